package de.dolmetscherhotline.sms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a text, each understood by those beside it; greetings and thanks are left out. */
final class Sentence {

    private static final Set<Term> TIMES = EnumSet.of(
            Term.NUMBER, Term.CLOCK, Term.DATE, Term.DAY, Term.TODAY, Term.OCLOCK, Term.HOUR_MARK, Term.AM, Term.PM);
    private static final Set<Term> MOMENT_WORDS = EnumSet.copyOf(TIMES);
    private static final Set<Term> AFTER_ONE =
            EnumSet.of(Term.OCLOCK, Term.HOUR, Term.HOUR_MARK, Term.HALF, Term.QUARTER);
    private static final Set<Term> STATES = EnumSet.of(Term.REACHABLE, Term.THERE, Term.OFF, Term.CAN, Term.SPARE_TIME);
    private static final Set<Term> NAMES_A_DAY = EnumSet.of(Term.DAY, Term.TODAY, Term.DATE);
    private static final Set<String> SUFFIXES = Set.of("e", "a", "ye", "ya");

    static {
        MOMENT_WORDS.addAll(EnumSet.of(
                Term.HOUR, Term.MORNING, Term.AFTERNOON, Term.EVENING, Term.NIGHT, Term.NOON, Term.MIDNIGHT));
    }

    private final List<Token> tokens;
    private final boolean question;

    private Sentence(List<Token> tokens, boolean question) {
        this.tokens = tokens;
        this.question = question;
    }

    static Sentence of(String body) {
        var all = Lexer.tokens(body).stream()
                .filter(token -> !token.is(Term.COURTESY))
                .toList();
        var words = all.stream().filter(token -> !token.is(Term.QUESTION_MARK)).toList();
        return new Sentence(understood(words), all.size() > words.size() || asks(words));
    }

    /** "Bin ich an" has its mark in the order of its words. */
    private static boolean asks(List<Token> words) {
        var beginning = words.stream().limit(2).map(Token::word).toList();
        return beginning.equals(List.of("bin", "ich")) || beginning.equals(List.of("am", "i"));
    }

    private static List<Token> understood(List<Token> words) {
        var one = inContext(words);
        var two = dates(one);
        return upTo(two);
    }

    private static List<Token> inContext(List<Token> words) {
        var result = new ArrayList<Token>();
        for (int i = 0; i < words.size(); i++) {
            var next = i + 1 < words.size() ? words.get(i + 1) : null;
            var token = inContext(words.get(i), i == 0 ? null : words.get(i - 1), next);
            if (!(token.is(Term.DASH) || isPreposition(token, next, words))) {
                result.add(token);
            }
        }
        return result;
    }

    private static Token inContext(Token token, @Nullable Token before, @Nullable Token next) {
        return switch (token.term()) {
            case EIN -> next != null && next.isOneOf(AFTER_ONE) ? token.as(Term.NUMBER, 1) : token;
            case MORGEN -> before != null && isNamedDay(before) ? token.as(Term.MORNING, 0) : token.as(Term.TODAY, 1);
            case DASH ->
                before != null && next != null && before.isOneOf(TIMES) && next.isOneOf(TIMES)
                        ? token.as(Term.UNTIL, 0)
                        : token;
            case AM -> am(token, before, next);
            default -> token;
        };
    }

    private static boolean isNamedDay(Token token) {
        return token.is(Term.DAY) || (token.is(Term.TODAY) && token.value() == 0);
    }

    /** "8 am", "I am", or "am Montag". */
    private static Token am(Token token, @Nullable Token before, @Nullable Token next) {
        if (before != null && before.word().equals("i")) {
            return token.as(Term.BE_VERB, 0);
        }
        boolean afterHour = before != null
                && (before.is(Term.CLOCK) || (before.is(Term.NUMBER) && before.value() <= 12))
                && (next == null || !next.isOneOf(NAMES_A_DAY));
        return afterHour ? token : token.as(Term.FILLER, 0);
    }

    /** "On Monday", "an Montagen": if something else says whether on or off. */
    private static boolean isPreposition(Token token, @Nullable Token next, List<Token> words) {
        return token.is(Term.SWITCH_ON)
                && next != null
                && next.is(Term.DAY)
                && words.stream().anyMatch(word -> word.isOneOf(STATES));
    }

    /** "24. Dezember". */
    private static List<Token> dates(List<Token> words) {
        var result = new ArrayList<Token>();
        for (var token : words) {
            var last = result.isEmpty() ? null : result.getLast();
            if (token.is(Term.MONTH)
                    && last != null
                    && last.is(Term.NUMBER)
                    && last.value() >= 1
                    && last.value() <= 31) {
                result.set(result.size() - 1, last.as(Term.DATE, token.value() * 100 + last.value()));
            } else {
                result.add(token);
            }
        }
        return result;
    }

    /** "18'e kadar" as if it were written "kadar 18". */
    private static List<Token> upTo(List<Token> words) {
        var result = new ArrayList<Token>();
        for (var token : words) {
            if (token.is(Term.UP_TO)) {
                putBeforeMoment(result, token.as(Term.UNTIL, 0));
            } else {
                result.add(token);
            }
        }
        return List.copyOf(result);
    }

    private static void putBeforeMoment(List<Token> words, Token until) {
        if (!words.isEmpty() && SUFFIXES.contains(words.getLast().word())) {
            words.removeLast();
        }
        int at = words.size();
        while (at > 0 && words.get(at - 1).isOneOf(MOMENT_WORDS)) {
            at--;
        }
        words.add(at, until);
    }

    boolean isQuestion() {
        return question;
    }

    boolean has(Term first, Term... more) {
        return tokens.stream().anyMatch(token -> token.isOneOf(EnumSet.of(first, more)));
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    List<Token> tokens() {
        return tokens;
    }

    /** What is left without these. */
    List<Token> without(Set<Term> terms) {
        return tokens.stream().filter(token -> !token.isOneOf(terms)).toList();
    }

    boolean consistsOf(Set<Term> terms) {
        return without(terms).isEmpty();
    }

    @Override
    public String toString() {
        return Arrays.toString(tokens.toArray());
    }
}
