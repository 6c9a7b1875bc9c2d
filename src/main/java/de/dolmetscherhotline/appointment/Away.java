package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.availability.Source;
import de.dolmetscherhotline.matching.Duty;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Whether somebody is away when an appointment is. A pure rule. */
final class Away {

    private Away() {}

    /** On holiday on one of its days, or off by a word of hers that ends later: not just off until further notice. */
    static boolean during(Wanted wanted, Availability presence) {
        var then = presence.at(wanted.start());
        return days(wanted, presence).anyMatch(presence::isAwayOn)
                || (then.duty() == Duty.SAID_OFF && then.source() == Source.WORD && then.until() != null);
    }

    private static Stream<LocalDate> days(Wanted wanted, Availability presence) {
        var first = LocalDate.ofInstant(wanted.start(), presence.zone());
        var last = LocalDate.ofInstant(wanted.end().minusNanos(1), presence.zone());
        return first.datesUntil(last.plusDays(1));
    }
}
