package de.dolmetscherhotline.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved; never backwards. */
public final class MovableClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");

    /** Sets the time, unless it is later already. */
    public synchronized void moveTo(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }

    public void pass(Duration time) {
        moveTo(now.plus(time));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
