package de.dolmetscherhotline.sms;

import java.time.Duration;

/** How long something is to hold, as somebody wrote it. Which instants are meant depends on when, see {@link Periods}. */
sealed interface Span {

    /** From now until further notice. */
    record Open() implements Span {}

    /** From now, for this long. */
    record For(Duration length) implements Span {}

    /** From now until then. */
    record Until(Moment end) implements Span {}

    /** From then on. */
    record From(Moment start) implements Span {}

    /** At that time, which may be when something begins, or only when somebody is somewhere. */
    record At(Moment start) implements Span {}

    record Between(Moment start, Moment end) implements Span {}

    /** That day. */
    record Whole(Day day) implements Span {}
}
