package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.sms.Span.At;
import de.dolmetscherhotline.sms.Span.Between;
import de.dolmetscherhotline.sms.Span.For;
import de.dolmetscherhotline.sms.Span.From;
import de.dolmetscherhotline.sms.Span.Open;
import de.dolmetscherhotline.sms.Span.Until;
import de.dolmetscherhotline.sms.Span.Whole;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how long something is to hold, from the words that are left when everything else is taken away. */
final class SpanReader {

    private final Cursor words;
    private final MomentReader moments;

    private SpanReader(List<Token> words) {
        this.words = new Cursor(words);
        this.moments = new MomentReader(this.words);
    }

    /** Empty if these words, all of them, are no span. */
    static Optional<Span> read(List<Token> words) {
        var reader = new SpanReader(words);
        var span = reader.span();
        return span != null && reader.words.atEnd() ? Optional.of(span) : Optional.empty();
    }

    private @Nullable Span span() {
        if (words.atEnd()) {
            return new Open();
        }
        var length = DurationReader.read(words);
        if (length != null) {
            return new For(length);
        }
        if (words.take(Term.UNTIL)) {
            return until(moments.next());
        }
        if (words.take(Term.FROM)) {
            return from(moments.next());
        }
        if (words.take(Term.AT)) {
            return at(moments.next());
        }
        words.take(Term.FOR);
        return moment(moments.next());
    }

    private @Nullable Span until(@Nullable Moment end) {
        if (end == null) {
            return null;
        }
        return words.take(Term.FROM) ? between(moments.next(), end) : new Until(end);
    }

    private @Nullable Span from(@Nullable Moment start) {
        if (start == null) {
            return null;
        }
        return words.take(Term.UNTIL) ? between(start, moments.next()) : new From(start);
    }

    private @Nullable Span at(@Nullable Moment start) {
        return from(start) instanceof From then ? new At(then.start()) : null;
    }

    /** What begins with a time or a day: "14-18", "morgen von 14 bis 18", "heute bis 18", "Montag". */
    private @Nullable Span moment(@Nullable Moment first) {
        if (first == null) {
            return null;
        }
        if (words.take(Term.UNTIL)) {
            return firstUntil(first, moments.next());
        }
        if (first.hasTime()) {
            return null;
        }
        if (words.take(Term.FROM)) {
            var start = moments.next();
            return start == null || start.hasDay() ? null : from(start.orOn(first.day()));
        }
        return whole(first.day());
    }

    private static @Nullable Span whole(@Nullable Day day) {
        return day == null ? null : new Whole(day);
    }

    private @Nullable Span firstUntil(Moment first, @Nullable Moment end) {
        if (end == null) {
            return null;
        }
        if (!first.hasTime() && end.hasTime()) {
            return Day.TODAY.equals(first.day()) ? new Until(end.orOn(first.day())) : new Between(first, end);
        }
        return between(first, end);
    }

    /** "14 bis 18 Uhr morgen" is about one day, "14 Uhr bis morgen 18 Uhr" about two. */
    private @Nullable Span between(@Nullable Moment start, @Nullable Moment end) {
        if (start == null || end == null || start.hasTime() != end.hasTime()) {
            return null;
        }
        if (!start.hasDay() && end.hasDay() && moments.dayCameLast()) {
            return new Between(sameHalf(start.orOn(end.day()), end), new Moment(null, end.time()));
        }
        return new Between(sameHalf(start, end), end);
    }

    /** "From 2 to 6 pm", "heute von 2 bis 6 abends": the first is after noon too. */
    private Moment sameHalf(Moment start, Moment end) {
        var first = start.time();
        var last = end.time();
        boolean together = first != null
                && last != null
                && first.vague()
                && moments.saidAfternoon()
                && first.otherMinute() < last.minute();
        return first != null && together ? new Moment(start.day(), new WallTime(first.otherMinute(), false)) : start;
    }
}
