package de.dolmetscherhotline.sms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads a length of time: "2h", "eineinhalb Stunden", "90 min", "eine halbe Stunde", "für 2 Stunden 30 Minuten". */
final class DurationReader {

    private static final int HALF_AN_HOUR = 30;

    private DurationReader() {}

    /** Null, and nothing read, if something else follows or more follows. */
    static @Nullable Duration read(Cursor words) {
        int start = words.position();
        words.take(Term.FOR);
        var length = length(words);
        if (length == null || !words.atEnd()) {
            words.backTo(start);
            return null;
        }
        return length;
    }

    private static @Nullable Duration length(Cursor words) {
        if (words.sees(Term.MINUTES)) {
            return Duration.ofMinutes(words.next().value());
        }
        if (words.sees(Term.NUMBER) && words.sees(1, Term.MINUTES)) {
            return times(words.next(), words.next());
        }
        if (words.sees(Term.HOURS_AND_HALF)) {
            var length = Duration.ofMinutes(words.next().value());
            return hour(words) ? length : null;
        }
        return words.sees(Term.NUMBER) || words.sees(Term.HALF) ? counted(words) : null;
    }

    private static @Nullable Duration times(Token number, Token unit) {
        return number.value() == 1 ? Duration.ofMinutes(unit.value()) : null;
    }

    private static @Nullable Duration counted(Cursor words) {
        int number = words.sees(Term.NUMBER) ? words.next().value() : 1;
        if (number == 1 && words.take(Term.HALF)) {
            return hour(words) ? Duration.ofMinutes(HALF_AN_HOUR) : null;
        }
        if (words.take(Term.MINUTE)) {
            return Duration.ofMinutes(number);
        }
        return hour(words) ? Duration.ofHours(number).plus(minutesToo(words)) : null;
    }

    private static Duration minutesToo(Cursor words) {
        if (!words.sees(Term.NUMBER) || !words.sees(1, Term.MINUTE)) {
            return Duration.ZERO;
        }
        var minutes = Duration.ofMinutes(words.next().value());
        words.skip(1);
        return minutes;
    }

    private static boolean hour(Cursor words) {
        return words.take(Term.HOUR) || words.take(Term.HOUR_MARK);
    }
}
