package de.dolmetscherhotline.sms;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What somebody wants to be, and what that means where a time can be understood in two ways: rather less on. */
enum Wish {
    ON {
        @Override
        IntStream readings(WallTime end) {
            return end.vague() ? IntStream.of(end.minute(), end.otherMinute()) : IntStream.of(end.minute());
        }

        @Override
        Instant begin(List<Instant> twice) {
            return twice.getLast();
        }

        @Override
        Instant end(List<Instant> twice) {
            return twice.getFirst();
        }
    },
    OFF {
        @Override
        IntStream readings(WallTime end) {
            return IntStream.of(end.minute());
        }

        @Override
        Instant begin(List<Instant> twice) {
            return twice.getFirst();
        }

        @Override
        Instant end(List<Instant> twice) {
            return twice.getLast();
        }
    };

    /** The minutes of the day that may be meant by an end, of which the first in time is taken. */
    abstract IntStream readings(WallTime end);

    /** At which of these it begins, if a time comes twice in the night when clocks go back. */
    abstract Instant begin(List<Instant> twice);

    /** At which of these it ends. */
    abstract Instant end(List<Instant> twice);
}
