package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.Subject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A field somebody is qualified for.
 *
 * @param qualification how, or by which certificate; null = not recorded
 * @param since null = not recorded
 */
public record SubjectSkill(
        Subject subject,
        @Nullable String qualification,
        @Nullable LocalDate since) {

    /** One of which nothing more is recorded. */
    public static SubjectSkill of(Subject subject) {
        return new SubjectSkill(subject, null, null);
    }
}
