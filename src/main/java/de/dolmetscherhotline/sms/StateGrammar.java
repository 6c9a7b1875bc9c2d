package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.sms.TextCommand.NotUnderstood;
import de.dolmetscherhotline.sms.TextCommand.Off;
import de.dolmetscherhotline.sms.TextCommand.On;
import de.dolmetscherhotline.sms.TextCommand.Pause;
import de.dolmetscherhotline.sms.TextCommand.Status;
import de.dolmetscherhotline.sms.TextCommand.TimeUnclear;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a text says about being available. */
final class StateGrammar {

    private static final Set<Term> STATES = EnumSet.of(
            Term.SWITCH_ON,
            Term.EIN,
            Term.REACHABLE,
            Term.THERE,
            Term.OFF,
            Term.CAN,
            Term.SPARE_TIME,
            Term.DISTURB,
            Term.PAUSE);
    private static final Set<Term> DRESS = EnumSet.of(
            Term.NOT,
            Term.ONLY,
            Term.MORE,
            Term.FILLER,
            Term.PRONOUN,
            Term.BE_VERB,
            Term.HAVE,
            Term.SWITCH_VERB,
            Term.REQUEST);
    private static final Set<Term> TIMES = EnumSet.of(
            Term.UNTIL,
            Term.FROM,
            Term.FOR,
            Term.AT,
            Term.OCLOCK,
            Term.HOUR_MARK,
            Term.HOUR,
            Term.MINUTE,
            Term.MINUTES,
            Term.HALF,
            Term.HOURS_AND_HALF,
            Term.QUARTER,
            Term.THREE_QUARTERS,
            Term.PAST,
            Term.BEFORE,
            Term.TODAY,
            Term.DAY,
            Term.MORNING,
            Term.AFTERNOON,
            Term.EVENING,
            Term.NIGHT,
            Term.AM,
            Term.PM,
            Term.NOON,
            Term.MIDNIGHT,
            Term.NUMBER,
            Term.CLOCK,
            Term.DATE);

    private static final int LONGEST_PAUSE = 24 * 60;

    private StateGrammar() {}

    static TextCommand read(Sentence text) {
        var rest = text.tokens().stream()
                .filter(word -> !word.isOneOf(STATES) && !word.isOneOf(DRESS))
                .toList();
        if (!rest.stream().allMatch(word -> word.isOneOf(TIMES))) {
            return new NotUnderstood();
        }
        if (text.isQuestion() && !text.has(Term.REQUEST)) {
            return asksForStatus(text) ? new Status() : new NotUnderstood();
        }
        if (text.has(Term.PAUSE)) {
            return pause(text, rest);
        }
        return text.has(Term.NOT) ? negated(text, rest) : plain(text, rest);
    }

    private static boolean asksForStatus(Sentence text) {
        return text.has(Term.SWITCH_ON, Term.REACHABLE, Term.OFF);
    }

    private static TextCommand pause(Sentence text, List<Token> rest) {
        boolean somethingElse = text.has(Term.NOT, Term.ONLY, Term.MORE)
                || text.tokens().stream().anyMatch(word -> word.isOneOf(STATES) && !word.is(Term.PAUSE));
        if (somethingElse) {
            return new NotUnderstood();
        }
        if (rest.size() == 1 && rest.getFirst().is(Term.NUMBER)) {
            return pause(Duration.ofMinutes(rest.getFirst().value()));
        }
        return SpanReader.read(rest)
                .filter(span -> !(span instanceof Span.Open))
                .map(StateGrammar::pause)
                .orElseGet(TimeUnclear::new);
    }

    private static TextCommand pause(Span span) {
        return span instanceof Span.For time ? pause(time.length()) : new Off(span);
    }

    private static TextCommand pause(Duration length) {
        long minutes = length.toMinutes();
        return minutes >= 1 && minutes <= LONGEST_PAUSE ? new Pause(length) : new TimeUnclear();
    }

    /**
     * Never on. "Nicht erreichbar" is off; "nicht an" may be an answer, a correction or a wish. "Ich kann nicht" without a time
     * may be about one call only.
     */
    private static TextCommand negated(Sentence text, List<Token> rest) {
        if (text.has(Term.ONLY, Term.OFF, Term.SWITCH_ON, Term.EIN)) {
            return new NotUnderstood();
        }
        if (text.has(Term.REACHABLE, Term.THERE, Term.DISTURB)) {
            return timed(rest, Off::new);
        }
        return text.has(Term.CAN, Term.SPARE_TIME) && !rest.isEmpty() ? timed(rest, Off::new) : new NotUnderstood();
    }

    private static TextCommand plain(Sentence text, List<Token> rest) {
        boolean on = text.has(Term.SWITCH_ON, Term.EIN, Term.REACHABLE, Term.THERE);
        boolean off = text.has(Term.OFF);
        if (on == off || text.has(Term.MORE, Term.HAVE, Term.CAN, Term.SPARE_TIME, Term.DISTURB)) {
            return new NotUnderstood();
        }
        if (off) {
            return timed(rest, Off::new);
        }
        return isClearlyOn(text) ? on(text, rest) : new NotUnderstood();
    }

    /** "Bitte an mich" and "ich bin ein" are beginnings of something else. */
    private static boolean isClearlyOn(Sentence text) {
        boolean switches = text.has(Term.SWITCH_VERB);
        if (text.has(Term.EIN)) {
            return switches || !text.has(Term.PRONOUN, Term.BE_VERB, Term.REQUEST);
        }
        boolean particle = text.tokens().stream()
                .anyMatch(word -> word.is(Term.SWITCH_ON) && word.word().length() == 2);
        return !particle || switches || text.has(Term.BE_VERB) || !text.has(Term.PRONOUN, Term.REQUEST);
    }

    /** "Ich bin da" is also what somebody says who has arrived. */
    private static TextCommand on(Sentence text, List<Token> rest) {
        boolean mayHaveArrived = text.has(Term.THERE) && !text.has(Term.SWITCH_ON, Term.EIN, Term.REACHABLE);
        if (!mayHaveArrived) {
            return timed(rest, On::new);
        }
        return SpanReader.read(rest)
                .filter(StateGrammar::namesATime)
                .<TextCommand>map(On::new)
                .orElseGet(NotUnderstood::new);
    }

    private static boolean namesATime(Span span) {
        return switch (span) {
            case Span.For time -> true;
            case Span.Until until -> until.end().hasTime();
            case Span.Between between -> between.end().hasTime();
            case Span.From from -> from.start().hasTime();
            case Span.Open open -> false;
            case Span.At at -> false;
            case Span.Whole day -> false;
        };
    }

    private static TextCommand timed(List<Token> rest, Function<Span, TextCommand> command) {
        Optional<Span> span = SpanReader.read(rest);
        return span.map(command).orElseGet(TimeUnclear::new);
    }
}
