package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.availability.Standing;
import de.dolmetscherhotline.matching.Duty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When somebody can be rung from an instant on, if nothing changes. */
record Forecast(Availability availability, Instant now) {

    Standing at(Instant instant) {
        return availability.at(instant);
    }

    boolean isOn() {
        return at(now).duty() == Duty.ON_DUTY;
    }

    /** The first time on duty that covers this instant or begins later; empty if there is none. */
    Optional<Period> nextOn(Instant from) {
        var at = from;
        var standing = at(at);
        while (standing.duty() != Duty.ON_DUTY) {
            if (standing.until() == null) {
                return Optional.empty();
            }
            at = standing.until();
            standing = at(at);
        }
        return Optional.of(new Period(at, standing.until()));
    }

    /** The times on duty that have begun before an instant, in order. */
    List<Period> onBefore(Instant end) {
        var found = new ArrayList<Period>();
        var next = nextOn(now);
        while (next.isPresent() && next.get().from().isBefore(end)) {
            found.add(next.get());
            var until = Optional.ofNullable(next.get().until());
            next = until.flatMap(this::nextOn);
        }
        return found;
    }
}
