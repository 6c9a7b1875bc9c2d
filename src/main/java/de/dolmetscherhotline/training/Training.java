package de.dolmetscherhotline.training;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training of a district.
 *
 * @param places null = as many as want
 * @param dates at least one, in order
 * @param confers what attendance confers; null = it informs
 */
public record Training(
        UUID id,
        DistrictId district,
        String title,
        @Nullable String description,
        @Nullable Integer places,
        List<Meeting> dates,
        @Nullable Confers confers) {

    public Training {
        dates = dates.stream().sorted(Comparator.comparing(Meeting::startsAt)).toList();
    }

    /** One date, half open. */
    public record Meeting(Instant startsAt, Instant endsAt, String place) {}

    /**
     * What attendance confers.
     *
     * @param subject the field that participants are qualified for; null = none
     * @param training whether it fulfils the obligation to be trained
     * @param validMonths how long that holds; null = as long as the district lets any training hold
     */
    public record Confers(
            @Nullable Subject subject,
            boolean training,
            @Nullable Integer validMonths) {

        @Nullable
        LocalDate validUntil(LocalDate issuedOn) {
            return validMonths == null ? null : issuedOn.plusMonths(validMonths);
        }
    }

    /** Only then can anybody have attended it. */
    public boolean hasBegunLastDate(Instant now) {
        return !now.isBefore(dates.getLast().startsAt());
    }

    /** The day on which it was, or will be, completed. */
    public LocalDate completedOn(ZoneId zone) {
        return LocalDate.ofInstant(dates.getLast().endsAt(), zone);
    }
}
