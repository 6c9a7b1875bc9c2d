package de.dolmetscherhotline.availability;

import java.time.Instant;
import java.time.ZoneId;

/** A row of which somebody's availability is made. */
sealed interface Entry permits Shift, Entry.Said, Entry.Booked {

    /**
     * A word.
     *
     * @param order grows with the time at which things were said
     */
    record Said(long order, Word word) implements Entry {}

    /**
     * An absence.
     *
     * @param order grows with the time at which things were said
     * @param begins start of its first day, in the zone of the district
     * @param ends end of its last day
     */
    record Booked(long order, Absence absence, Instant begins, Instant ends) implements Entry {

        static Booked of(long order, Absence absence, ZoneId zone) {
            return new Booked(
                    order,
                    absence,
                    absence.firstDay().atStartOfDay(zone).toInstant(),
                    absence.lastDay().plusDays(1).atStartOfDay(zone).toInstant());
        }

        boolean covers(Instant instant) {
            return !instant.isBefore(begins) && instant.isBefore(ends);
        }
    }
}
