package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation wants.
 *
 * @param end exclusive
 * @param role in which capacity somebody must interpret; null if it does not matter
 * @param sameInterpreter whether somebody is asked first who interpreted here before
 * @param caseReference the organisation's own, never a name; told to nobody else
 * @param contactNote where to report; told to whoever accepted
 */
public record Wanted(
        Meeting meeting,
        Instant start,
        Instant end,
        Language language,
        @Nullable Subject subject,
        GenderWish gender,
        @Nullable Role role,
        boolean sameInterpreter,
        @Nullable String caseReference,
        @Nullable String contactNote) {

    Need need() {
        return new Need(language, subject, gender, false);
    }

    public long minutes() {
        return Duration.between(start, end).toMinutes();
    }

    /** Without what might name a person. */
    @Override
    public String toString() {
        return "Wanted[" + meeting.kind() + " " + start + "]";
    }
}
