package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.sms.IncomingText.OptOut;
import de.dolmetscherhotline.sms.TextCommand.Help;
import de.dolmetscherhotline.sms.TextCommand.NetworkWord;
import de.dolmetscherhotline.sms.TextCommand.No;
import de.dolmetscherhotline.sms.TextCommand.NotUnderstood;
import de.dolmetscherhotline.sms.TextCommand.NumberMissing;
import de.dolmetscherhotline.sms.TextCommand.Off;
import de.dolmetscherhotline.sms.TextCommand.On;
import de.dolmetscherhotline.sms.TextCommand.Status;
import de.dolmetscherhotline.sms.TextCommand.StopTexts;
import de.dolmetscherhotline.sms.TextCommand.Yes;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a text means. A command is the whole text: whoever writes a sentence that happens to contain {@code an} has not
 * switched anything. Case, punctuation, accents, courtesies, digits of any script and a missing space do not matter.
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

    private static final Map<String, TextCommand> COMMANDS = Map.of(
            "an", new On(),
            "ein", new On(),
            "on", new On(),
            "aus", new Off(),
            "off", new Off(),
            "status", new Status(),
            "hilfe", new Help(),
            "stopp", new StopTexts());

    private static final Map<String, IntFunction<TextCommand>> ANSWERS =
            Map.of("ja", Yes::new, "nein", No::new, "no", No::new);

    private static final Set<String> COURTESIES = Set.of("bitte", "danke", "vielen", "dank", "hallo");
    private static final int LONGEST_COMMAND = 60;
    private static final Pattern CODE = Pattern.compile("[1-9][0-9]");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])");

    private Grammar() {}

    static TextCommand read(String body) {
        var networkWord = NETWORK_WORDS.get(body.strip().toLowerCase(Locale.ROOT));
        if (networkWord != null) {
            return new NetworkWord(networkWord);
        }
        return body.length() > LONGEST_COMMAND ? new NotUnderstood() : command(words(body));
    }

    private static TextCommand command(List<String> words) {
        return switch (words.size()) {
            case 1 -> ANSWERS.containsKey(words.getFirst()) ? new NumberMissing() : single(words.getFirst());
            case 2 -> answer(words.getFirst(), words.getLast());
            default -> new NotUnderstood();
        };
    }

    private static TextCommand single(String word) {
        return COMMANDS.getOrDefault(word, new NotUnderstood());
    }

    private static TextCommand answer(String word, String number) {
        var answer = ANSWERS.get(word);
        return answer != null && CODE.matcher(number).matches()
                ? answer.apply(Integer.parseInt(number))
                : new NotUnderstood();
    }

    private static List<String> words(String body) {
        return Arrays.stream(BETWEEN_WORDS.split(plain(body)))
                .filter(word -> !word.isEmpty() && !COURTESIES.contains(word))
                .toList();
    }

    /** Lower case, without accents, digits of every script as 0 to 9. */
    private static String plain(String body) {
        var decomposed = Normalizer.normalize(body, Form.NFKD);
        return ACCENT.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(Grammar::asciiDigit)
                .collect(Collectors.joining());
    }

    private static String asciiDigit(int codePoint) {
        return Character.isDigit(codePoint)
                ? Integer.toString(Character.digit(codePoint, 10))
                : Character.toString(codePoint);
    }
}
