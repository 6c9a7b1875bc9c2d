package de.dolmetscherhotline.partner;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.line.OpeningHours;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One district helps another with its pool. Two that help each other have two agreements.
 *
 * @param districtId who is helped
 * @param partnerId who helps; somebody else
 * @param position partners with a lower one are asked first; from 0
 * @param languages for which the partner helps; empty = all
 * @param hours when the partner helps, as wall time of the partner; null = always
 * @param callsPerDay conversations after which the partner has helped enough for the day; null = no limit
 * @param active whether it is in force
 */
public record Agreement(
        UUID id,
        DistrictId districtId,
        DistrictId partnerId,
        int position,
        List<Language> languages,
        @Nullable OpeningHours hours,
        @Nullable Integer callsPerDay,
        boolean active) {

    public Agreement {
        languages = List.copyOf(languages);
    }
}
