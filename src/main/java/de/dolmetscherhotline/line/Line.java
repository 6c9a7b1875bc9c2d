package de.dolmetscherhotline.line;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hotline number of a district.
 *
 * @param languages languages of the spoken menu, in its order
 * @param openingHours null = always open
 * @param coordinatorNumber who takes over during opening hours, if anybody
 * @param professionalProviderNumber whom to ask when nobody of the pool can come, if anybody
 * @param closedText what a caller hears in German while it is closed; null = the standard prompt
 * @param closedChoices what a caller may choose while it is closed, in the order of their declaration
 */
public record Line(
        LineId id,
        DistrictId districtId,
        PhoneNumber number,
        List<Language> languages,
        @Nullable OpeningHours openingHours,
        @Nullable PhoneNumber coordinatorNumber,
        @Nullable PhoneNumber professionalProviderNumber,
        @Nullable String closedText,
        Set<ClosedChoice> closedChoices) {

    /** What may be chosen where the district has not decided. */
    public static final Set<ClosedChoice> DEFAULT_CLOSED_CHOICES =
            Set.of(ClosedChoice.EMERGENCY, ClosedChoice.COORDINATOR);

    public Line {
        languages = List.copyOf(languages);
        closedChoices = inOrder(closedChoices);
    }

    private static Set<ClosedChoice> inOrder(Set<ClosedChoice> choices) {
        var ordered = EnumSet.noneOf(ClosedChoice.class);
        ordered.addAll(choices);
        return Collections.unmodifiableSet(ordered);
    }
}
