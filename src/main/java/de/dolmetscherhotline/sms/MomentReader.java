package de.dolmetscherhotline.sms;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a day, a time or both: "MO 8", "morgen früh um 8 Uhr 30", "halb sieben abends", "6 pm". */
final class MomentReader {

    private static final Set<Term> PARTS_OF_DAY =
            EnumSet.of(Term.MORNING, Term.AFTERNOON, Term.EVENING, Term.NIGHT, Term.AM, Term.PM);
    private static final int NOON = WallTime.MIDNIGHT / 2;
    private static final int LAST_AMBIGUOUS_HOUR = 12;
    private static final int FIRST_HOUR_OF_EVENING_IN_NIGHT = 7 * 60;
    private static final int HUNDRED = 100;

    private final Cursor words;
    private boolean dayCameLast;
    private boolean saidAfternoon;

    MomentReader(Cursor words) {
        this.words = words;
    }

    /** Whether in the last moment the day stood after the time. */
    boolean dayCameLast() {
        return dayCameLast;
    }

    /** Whether it was said that the last moment is after noon, which its digits alone do not say. */
    boolean saidAfternoon() {
        return saidAfternoon;
    }

    /** Null if there is none, or one that no clock shows. */
    @Nullable
    Moment next() {
        @Nullable Day day = null;
        @Nullable WallTime time = null;
        @Nullable Term part = null;
        dayCameLast = false;
        while (true) {
            if (day == null && seesDay()) {
                day = day(words.next());
                dayCameLast = time != null;
            } else if (part == null && words.seesOneOf(PARTS_OF_DAY)) {
                part = words.next().term();
            } else if (time == null && seesTime()) {
                words.take(Term.AT);
                time = time();
                if (time == null) {
                    return null;
                }
            } else {
                break;
            }
        }
        return moment(day, time, part);
    }

    private @Nullable Moment moment(@Nullable Day day, @Nullable WallTime time, @Nullable Term part) {
        if (part != null && time == null) {
            return null;
        }
        var exact = time == null || part == null ? time : inPart(time, part);
        saidAfternoon = part != null && exact != null && exact.minute() > NOON;
        boolean nothing = day == null && exact == null;
        return nothing || (time != null && exact == null) ? null : new Moment(day, exact);
    }

    private boolean seesDay() {
        return words.sees(Term.DAY) || words.sees(Term.TODAY) || words.sees(Term.DATE);
    }

    private static Day day(Token token) {
        return switch (token.term()) {
            case DAY -> new Day.Weekday(DayOfWeek.of(token.value()));
            case DATE ->
                new Day.Date(
                        token.value() % HUNDRED,
                        token.value() / HUNDRED % HUNDRED,
                        token.value() / (HUNDRED * HUNDRED));
            default -> new Day.Ahead(token.value());
        };
    }

    private boolean seesTime() {
        int first = words.sees(Term.AT) ? 1 : 0;
        return words.sees(first, Term.NUMBER)
                || words.sees(first, Term.CLOCK)
                || words.sees(first, Term.HALF)
                || words.sees(first, Term.QUARTER)
                || words.sees(first, Term.THREE_QUARTERS)
                || words.sees(first, Term.NOON)
                || words.sees(first, Term.MIDNIGHT)
                || ((words.sees(first, Term.OCLOCK) || words.sees(first, Term.HOUR))
                        && (words.sees(first + 1, Term.NUMBER) || words.sees(first + 1, Term.CLOCK)));
    }

    private @Nullable WallTime time() {
        var token = words.next();
        return switch (token.term()) {
            case CLOCK -> exact(token.value());
            case NUMBER -> hour(token);
            case HALF -> relative(-30);
            case THREE_QUARTERS -> relative(-15);
            case QUARTER -> quarter();
            case NOON -> new WallTime(NOON, false);
            case MIDNIGHT -> new WallTime(WallTime.MIDNIGHT, false);
            default -> time();
        };
    }

    private WallTime exact(int minute) {
        if (!words.take(Term.OCLOCK)) {
            words.take(Term.HOUR_MARK);
        }
        return new WallTime(minute, false);
    }

    /** "18", "8 Uhr", "18h", "8 Uhr 30", "1830". */
    private @Nullable WallTime hour(Token number) {
        if (number.word().length() == 4 && Character.isDigit(number.word().charAt(0))) {
            return atMinute(number.value() / HUNDRED, number.value() % HUNDRED, false);
        }
        boolean marked = words.take(Term.OCLOCK) || words.take(Term.HOUR_MARK);
        int minute = marked && words.sees(Term.NUMBER) ? words.next().value() : 0;
        boolean vague = number.value() >= 1
                && number.value() <= LAST_AMBIGUOUS_HOUR
                && !number.word().startsWith("0");
        return atMinute(number.value(), minute, vague);
    }

    private static @Nullable WallTime atMinute(int hour, int minute, boolean vague) {
        int minutes = hour * 60 + minute;
        return minute < 60 && minutes <= WallTime.MIDNIGHT ? new WallTime(minutes, vague) : null;
    }

    private @Nullable WallTime quarter() {
        if (words.take(Term.PAST)) {
            return relative(15);
        }
        return words.take(Term.BEFORE) ? relative(-15) : null;
    }

    /** So many minutes after a spoken hour. */
    private @Nullable WallTime relative(int minutes) {
        if (!words.sees(Term.NUMBER)) {
            return null;
        }
        int hour = words.next().value();
        words.take(Term.OCLOCK);
        boolean spoken = hour >= 1 && hour <= LAST_AMBIGUOUS_HOUR;
        return spoken ? new WallTime(Math.floorMod(hour * 60 + minutes, NOON), true) : null;
    }

    /** "8 Uhr abends" is 20:00; null for "14 Uhr morgens". */
    private static @Nullable WallTime inPart(WallTime time, Term part) {
        if (!time.vague() && time.minute() > NOON) {
            return part == Term.MORNING || part == Term.AM ? null : time;
        }
        int early = time.minute() % NOON;
        int minute = switch (part) {
            case MORNING -> time.minute();
            case AM -> early;
            case NIGHT -> early < FIRST_HOUR_OF_EVENING_IN_NIGHT ? early : early + NOON;
            default -> early + NOON;
        };
        return new WallTime(minute, false);
    }
}
