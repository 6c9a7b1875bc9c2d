package de.dolmetscherhotline.sms;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {

    private static final Map<TextCommand, List<String>> SPELLINGS = Map.ofEntries(
            Map.entry(
                    new On(),
                    List.of("AN", "an", " An. ", "Ań", "AN!!!", "an bitte", "\u200eAN", "ein", "on", "AN 👍")),
            Map.entry(new Off(), List.of("AUS", "aus", "Aus!", "off", "Bitte aus", "\u202baus\u202c")),
            Map.entry(new Status(), List.of("STATUS", "status?", "Status")),
            Map.entry(new Help(), List.of("HILFE", "hilfe!", "Hilfe bitte")),
            Map.entry(
                    new Yes(47),
                    List.of(
                            "JA 47",
                            "ja 47",
                            "JA47",
                            "Ja, 47!",
                            "ja-47",
                            "Já 47",
                            "  JA\n47 ",
                            "JA ٤٧",
                            "JA ۴۷",
                            "JA 47.")),
            Map.entry(new No(47), List.of("NEIN 47", "nein47", "Nein, danke: 47", "no 47")),
            Map.entry(new NumberMissing(), List.of("JA", "ja!", "Nein danke", "no")),
            Map.entry(new StopTexts(), List.of("STOPP", "Stopp!")),
            Map.entry(
                    new NetworkWord(OptOut.STOP),
                    List.of(
                            "STOP",
                            "stop",
                            " Stop ",
                            "UNSUBSCRIBE",
                            "END",
                            "QUIT",
                            "STOPALL",
                            "REVOKE",
                            "OPTOUT",
                            "CANCEL")),
            Map.entry(new NetworkWord(OptOut.START), List.of("START", "UNSTOP", "YES", "yes")),
            Map.entry(new NetworkWord(OptOut.HELP), List.of("HELP", "INFO")),
            Map.entry(
                    new NotUnderstood(),
                    List.of(
                            "",
                            "?",
                            "👍",
                            "نعم",
                            "an 19:00",
                            "Ich bin an der Reihe",
                            "JA 7",
                            "JA 07",
                            "JA 123",
                            "JA 47 48",
                            "47",
                            "an aus",
                            "Yes 47",
                            "yes!",
                            "stop it",
                            "x".repeat(1600),
                            "AN" + " ".repeat(100))));

    static Stream<Arguments> spellings() {
        return SPELLINGS.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(text -> Arguments.of(text, entry.getKey())));
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @MethodSource("spellings")
    void textIsUnderstood(String text, TextCommand command) {
        assertThat(Grammar.read(text)).isEqualTo(command);
    }
}
