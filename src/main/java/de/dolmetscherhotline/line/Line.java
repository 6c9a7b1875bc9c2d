package de.dolmetscherhotline.line;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hotline number of a district.
 *
 * @param languages languages of the spoken menu, in its order
 * @param openingHours null = always open
 * @param coordinatorNumber who takes over during opening hours, if anybody
 * @param professionalProviderNumber whom to ask when nobody of the pool can come, if anybody
 */
public record Line(
        LineId id,
        DistrictId districtId,
        PhoneNumber number,
        List<Language> languages,
        @Nullable OpeningHours openingHours,
        @Nullable PhoneNumber coordinatorNumber,
        @Nullable PhoneNumber professionalProviderNumber) {

    public Line {
        languages = List.copyOf(languages);
    }
}
