package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.sms.IncomingText.OptOut;
import de.dolmetscherhotline.sms.TextCommand.ByPlan;
import de.dolmetscherhotline.sms.TextCommand.EmergencyOff;
import de.dolmetscherhotline.sms.TextCommand.EmergencyOn;
import de.dolmetscherhotline.sms.TextCommand.EmergencyUnclear;
import de.dolmetscherhotline.sms.TextCommand.Help;
import de.dolmetscherhotline.sms.TextCommand.NetworkWord;
import de.dolmetscherhotline.sms.TextCommand.No;
import de.dolmetscherhotline.sms.TextCommand.NotUnderstood;
import de.dolmetscherhotline.sms.TextCommand.NumberMissing;
import de.dolmetscherhotline.sms.TextCommand.Plan;
import de.dolmetscherhotline.sms.TextCommand.Speak;
import de.dolmetscherhotline.sms.TextCommand.Status;
import de.dolmetscherhotline.sms.TextCommand.StopTexts;
import de.dolmetscherhotline.sms.TextCommand.Week;
import de.dolmetscherhotline.sms.TextCommand.Withdraw;
import de.dolmetscherhotline.sms.TextCommand.Yes;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What a text means. Every word of it must be known ({@code sms/words.txt}), and all of them must make sense together: whoever
 * writes a sentence that happens to contain {@code an} has not switched anything. In doubt a text is not understood; nobody
 * is switched on by accident.
 */
final class Grammar {

    /** The network answers these itself, if they are all there is (contract §6): never commands of ours. */
    private static final Map<String, OptOut> NETWORK_WORDS = Map.ofEntries(
            Map.entry("stop", OptOut.STOP),
            Map.entry("unsubscribe", OptOut.STOP),
            Map.entry("end", OptOut.STOP),
            Map.entry("quit", OptOut.STOP),
            Map.entry("stopall", OptOut.STOP),
            Map.entry("revoke", OptOut.STOP),
            Map.entry("optout", OptOut.STOP),
            Map.entry("cancel", OptOut.STOP),
            Map.entry("start", OptOut.START),
            Map.entry("unstop", OptOut.START),
            Map.entry("yes", OptOut.START),
            Map.entry("help", OptOut.HELP),
            Map.entry("info", OptOut.HELP));

    private static final Set<Term> ASIDE =
            EnumSet.of(Term.FILLER, Term.PRONOUN, Term.BE_VERB, Term.SWITCH_VERB, Term.FOR, Term.REQUEST);
    private static final Set<Term> ASKING =
            union(ASIDE, EnumSet.of(Term.STATUS, Term.PLAN, Term.WEEK, Term.HELP, Term.QUESTION_WORD, Term.SEND));
    private static final Set<Term> BY_PLAN = union(ASIDE, EnumSet.of(Term.PAST, Term.PLAN));
    private static final Set<Term> ANSWERING =
            EnumSet.of(Term.YES, Term.NO, Term.NUMBER_WORD, Term.FILLER, Term.NUMBER);
    private static final Set<Term> WITHDRAWING = union(ASIDE, EnumSet.of(Term.WITHDRAW, Term.NUMBER_WORD, Term.NUMBER));
    private static final Set<Term> NO_TEXTS = union(ASIDE, EnumSet.of(Term.NOT, Term.MORE, Term.TEXTS));
    private static final Set<Term> STOPPING = union(ASIDE, EnumSet.of(Term.STOP, Term.TEXTS));
    private static final Set<Term> ON = EnumSet.of(Term.SWITCH_ON, Term.EIN, Term.REACHABLE);

    private static final int LONGEST_COMMAND = 160;
    private static final int MOST_WORDS = 30;
    private static final int SMALLEST_CODE = 10;
    private static final int GREATEST_CODE = 99;

    private Grammar() {}

    static TextCommand read(String body) {
        var networkWord = NETWORK_WORDS.get(body.strip().toLowerCase(Locale.ROOT));
        if (networkWord != null) {
            return new NetworkWord(networkWord);
        }
        return body.length() > LONGEST_COMMAND ? new NotUnderstood() : command(Sentence.of(body));
    }

    private static TextCommand command(Sentence text) {
        if (text.isEmpty() || text.tokens().size() > MOST_WORDS) {
            return new NotUnderstood();
        }
        if (text.has(Term.LANGUAGE)) {
            return language(text);
        }
        if (text.has(Term.UNKNOWN)) {
            return TextLanguageNames.asCommand(text.tokens());
        }
        if (text.has(Term.EMERGENCY)) {
            return emergency(text);
        }
        if (text.has(Term.WITHDRAW)) {
            return withdrawal(text);
        }
        return text.has(Term.YES, Term.NO) ? answer(text) : statement(text);
    }

    private static TextCommand statement(Sentence text) {
        if (text.has(Term.STOP, Term.TEXTS)) {
            return stop(text);
        }
        if (text.has(Term.STATUS, Term.PLAN, Term.WEEK, Term.HELP)) {
            return information(text);
        }
        return StateGrammar.read(text);
    }

    /** "SPRACHE EN", "Sprache bitte auf Englisch". */
    private static TextCommand language(Sentence text) {
        var names = text.without(union(ASIDE, EnumSet.of(Term.LANGUAGE)));
        return switch (names.size()) {
            case 0 -> new Speak(null);
            case 1 -> new Speak(TextLanguageNames.language(names.getFirst().word()));
            default -> new NotUnderstood();
        };
    }

    private static TextCommand emergency(Sentence text) {
        var rest = text.without(union(ASIDE, EnumSet.of(Term.EMERGENCY)));
        var words = rest.stream().map(Token::term).distinct().toList();
        if (words.isEmpty() || text.isQuestion()) {
            return new EmergencyUnclear();
        }
        if (ON.containsAll(words)) {
            return new EmergencyOn();
        }
        boolean off = Stream.of(Term.OFF, Term.NO, Term.NOT).anyMatch(word -> words.equals(List.of(word)));
        return off || isNegated(words) ? new EmergencyOff() : new NotUnderstood();
    }

    private static boolean isNegated(List<Term> words) {
        return words.contains(Term.NOT)
                && words.stream().allMatch(word -> word == Term.NOT || word == Term.MORE || ON.contains(word));
    }

    private static TextCommand answer(Sentence text) {
        if (!text.consistsOf(ANSWERING) || (text.has(Term.YES) && text.has(Term.NO))) {
            return new NotUnderstood();
        }
        return withCode(text, text.has(Term.YES) ? Yes::new : No::new);
    }

    /** "ABSAGE 47", "Ich möchte 47 absagen". */
    private static TextCommand withdrawal(Sentence text) {
        return text.consistsOf(WITHDRAWING) && !text.isQuestion() ? withCode(text, Withdraw::new) : new NotUnderstood();
    }

    private static TextCommand withCode(Sentence text, IntFunction<TextCommand> command) {
        var numbers =
                text.tokens().stream().filter(word -> word.is(Term.NUMBER)).toList();
        return switch (numbers.size()) {
            case 0 -> new NumberMissing();
            case 1 ->
                isCode(numbers.getFirst()) ? command.apply(numbers.getFirst().value()) : new NotUnderstood();
            default -> new NotUnderstood();
        };
    }

    private static boolean isCode(Token number) {
        int code = number.value();
        return code >= SMALLEST_CODE && code <= GREATEST_CODE && !number.word().startsWith("0");
    }

    private static TextCommand stop(Sentence text) {
        boolean stop = text.has(Term.STOP) && text.consistsOf(STOPPING);
        boolean noTexts = text.has(Term.NOT) && text.consistsOf(NO_TEXTS);
        return (stop || noTexts) && !text.isQuestion() ? new StopTexts() : new NotUnderstood();
    }

    private static TextCommand information(Sentence text) {
        if (text.has(Term.PLAN) && text.has(Term.PAST)) {
            return text.consistsOf(BY_PLAN) && !text.isQuestion() ? new ByPlan() : new NotUnderstood();
        }
        if (!text.consistsOf(ASKING)) {
            return new NotUnderstood();
        }
        boolean schedule = text.has(Term.PLAN, Term.WEEK);
        if (schedule ? text.has(Term.STATUS, Term.HELP) : text.has(Term.STATUS) && text.has(Term.HELP)) {
            return new NotUnderstood();
        }
        if (schedule) {
            return text.has(Term.WEEK) ? new Week() : new Plan();
        }
        return text.has(Term.STATUS) ? new Status() : new Help();
    }

    private static Set<Term> union(Set<Term> some, Set<Term> others) {
        var all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }
}
