package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.Appointment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a letter about an appointment can tell. */
enum AppointmentNews {
    /** Somebody has it. */
    CONFIRMED,
    /** Somebody has it in the place of whom we told her of. */
    SOMEBODY_ELSE,
    /** It is tomorrow. */
    REMINDER,
    /** Whom we told her of has it no more. */
    SOUGHT_AGAIN,
    /** Everybody suitable was asked. */
    NOBODY,
    /** Its time came and there was nobody. */
    UNFILLED,
    CANCELLED;

    /**
     * What somebody was told last.
     *
     * @param news null if nothing
     * @param round of the appointment at that time
     */
    record Told(@Nullable AppointmentNews news, int round) {

        private boolean isThatSomebodyComes() {
            return news != null && news.isThatSomebodyComes();
        }
    }

    /** Whether it says that somebody has the appointment. */
    boolean isThatSomebodyComes() {
        return switch (this) {
            case CONFIRMED, SOMEBODY_ELSE, REMINDER -> true;
            case SOUGHT_AGAIN, NOBODY, UNFILLED, CANCELLED -> false;
        };
    }

    /** Whether nothing can follow. */
    boolean isTheEnd() {
        return switch (this) {
            case UNFILLED, CANCELLED -> true;
            case CONFIRMED, SOMEBODY_ELSE, REMINDER, SOUGHT_AGAIN, NOBODY -> false;
        };
    }

    /**
     * What stands now and she does not know yet; whatever was in between does not matter.
     *
     * @param remind whether it is time to remind her
     */
    static Optional<AppointmentNews> of(Appointment appointment, Told told, boolean remind) {
        return switch (appointment.status()) {
            case ASKING -> told.isThatSomebodyComes() ? Optional.of(SOUGHT_AGAIN) : Optional.empty();
            case OPEN -> told.news() == NOBODY ? Optional.empty() : Optional.of(NOBODY);
            case CONFIRMED -> confirmed(appointment.round(), told, remind);
            case UNFILLED -> Optional.of(UNFILLED);
            case CANCELLED -> Optional.of(CANCELLED);
            case HELD, NO_SHOW -> Optional.empty();
        };
    }

    private static Optional<AppointmentNews> confirmed(int round, Told told, boolean remind) {
        if (!told.isThatSomebodyComes()) {
            return Optional.of(remind ? REMINDER : CONFIRMED);
        }
        if (told.round() != round) {
            return Optional.of(SOMEBODY_ELSE);
        }
        return remind && told.news() != REMINDER ? Optional.of(REMINDER) : Optional.empty();
    }
}
