package de.dolmetscherhotline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.sms.TextCommand.EmergencyOn;
import de.dolmetscherhotline.sms.TextCommand.On;
import de.dolmetscherhotline.testsupport.Nonsense;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is written: nothing is thrown, and nobody is switched on by accident. */
class GrammarFuzzTest {

    private static final int TEXTS = 10_000;
    private static final Set<Term> ON = EnumSet.of(Term.SWITCH_ON, Term.EIN, Term.REACHABLE, Term.THERE);

    /** What people write to people; many a word of it is near to one of ours. */
    private static final List<String> EVERYDAY = List.of(
            ("ich du er sie es wir ihr mich dich uns euch mein dein sein kein ein eine einen einem einer der die das den dem "
                            + "des und oder aber auch so wie was wer wo wann warum weil wenn dass ob als dann da hier dort heute "
                            + "gestern morgen immer nie oft schon noch nur sehr viel mehr alle alles nichts etwas jemand niemand "
                            + "an auf in im am ab aus bei mit nach von vor zu zum zur über unter durch für gegen ohne um bis seit "
                            + "bin bist ist sind war waren wird werden habe hat haben hatte kann können muss müssen soll sollen "
                            + "will wollen darf gehe gehen komme kommen mache machen sage sagen sehe sehen weiß wissen gebe geben "
                            + "nehme nehmen finde finden rufe rufen anrufen anfangen ankommen annehmen ansehen angst anfang "
                            + "ausgang ausweis ausland ende anders andere and an ans ane ann aus auch auf eins einmal ein onkel "
                            + "kind kinder frau mann mutter vater arzt praxis schule amt termin uhr zeit tag woche monat jahr "
                            + "montag dienstag mittwoch bitte danke ja nein gut schlecht krank müde leider gerne vielleicht "
                            + "erreichen erreicht erreichbarkeit verfügen bereits breit aktion online offline notfall hilfe "
                            + "nummer telefon handy anruf sprache arabisch deutsch türkisch dolmetscher dolmetscherin koordination")
                    .split(" "));

    @Test
    void nonsenseIsNeverThrownAtAnybody() {
        var nonsense = Nonsense.about("texts of volunteers");
        for (int i = 0; i < TEXTS; i++) {
            var text = nonsense.text();
            assertThat(isOn(text) && !containsOnWord(text)).as(text).isFalse();
        }
    }

    @Test
    void wordsInAnyOrderSwitchNobodyOnUnlessOneOfThemSaysSo() {
        var nonsense = Nonsense.about("words of volunteers");
        var words = Stream.concat(Vocabulary.all().stream().sorted(), EVERYDAY.stream())
                .filter(word -> !saysOn(word))
                .toList();
        for (int i = 0; i < TEXTS; i++) {
            var text = sentence(nonsense, words);
            assertThat(isOn(text)).as(text).isFalse();
        }
    }

    @Test
    void everydaySentencesSwitchNobodyOn() {
        var nonsense = Nonsense.about("everyday sentences");
        var others = EVERYDAY.stream()
                .filter(word -> Vocabulary.exact(word).isEmpty()
                        && NumberWords.number(word).isEmpty())
                .toList();
        for (int i = 0; i < TEXTS; i++) {
            var text = sentence(nonsense, EVERYDAY) + " " + nonsense.oneOf(others) + " " + sentence(nonsense, EVERYDAY);
            assertThat(isOn(text)).as(text).isFalse();
        }
    }

    @Test
    void whoSaysNotIsNeverSwitchedOn() {
        var nonsense = Nonsense.about("negations");
        var negations = ofTerms(EnumSet.of(Term.NOT));
        var words = Vocabulary.all().stream().sorted().toList();
        var onWords = ofTerms(ON);
        for (int i = 0; i < TEXTS; i++) {
            var parts = new ArrayList<>(List.of(
                    nonsense.oneOf(negations), nonsense.oneOf(onWords), nonsense.oneOf(words), nonsense.oneOf(words)));
            Collections.shuffle(parts, new Random(i));
            var text = String.join(" ", parts);
            assertThat(isOn(text)).as(text).isFalse();
        }
    }

    @Test
    void whoSaysOnAndOffIsNeverSwitchedOn() {
        for (var on : ofTerms(ON)) {
            for (var off : ofTerms(EnumSet.of(Term.OFF))) {
                assertThat(isOn(on + " " + off)).as("%s %s", on, off).isFalse();
                assertThat(isOn(off + " bis 18 " + on)).as("%s %s", off, on).isFalse();
            }
        }
    }

    /** One letter too many, too few, wrong or swapped turns no word into one that switches on. */
    @Test
    void noWordOfAnotherMeaningSwitchesOnByAMistakeInTyping() {
        var others = Stream.concat(Vocabulary.all().stream(), EVERYDAY.stream())
                .filter(word -> !saysOn(word))
                .toList();

        assertThat(others)
                .allSatisfy(word -> assertThat(mistakes(word))
                        .filteredOn(GrammarFuzzTest::isOnByMistake)
                        .as("mistakes in %s", word)
                        .isEmpty());
    }

    /**
     * "Am" and "in" are one letter from "an": of short words only the exact ones count, so these are left out. So is what is
     * a command when written without its blank.
     */
    private static boolean isOnByMistake(String mistake) {
        return mistake.length() > 3
                && !mistake.equals("notfallan")
                && Vocabulary.exact(mistake).isEmpty()
                && isOn(mistake);
    }

    private static Stream<String> mistakes(String word) {
        var letters = "aeinrstubc";
        return IntStream.range(0, word.length())
                .boxed()
                .flatMap(at -> Stream.concat(
                        letters.chars()
                                .mapToObj(Character::toString)
                                .flatMap(letter -> Stream.of(
                                        word.substring(0, at) + letter + word.substring(at),
                                        word.substring(0, at) + letter + word.substring(at + 1))),
                        Stream.of(word.substring(0, at) + word.substring(at + 1))));
    }

    private static String sentence(Nonsense nonsense, List<String> words) {
        return IntStream.rangeClosed(0, nonsense.below(5))
                .mapToObj(n -> nonsense.happens(0.15) ? number(nonsense) : nonsense.oneOf(words))
                .collect(Collectors.joining(nonsense.happens(0.9) ? " " : ""));
    }

    private static String number(Nonsense nonsense) {
        return nonsense.oneOf(List.of("%d", "%d:00", "%d.30", "%d-18", "bis %d", "%dh"))
                .formatted(nonsense.below(100));
    }

    private static List<String> ofTerms(Set<Term> terms) {
        return Vocabulary.all().stream()
                .filter(word -> Vocabulary.exact(word)
                        .filter(meaning -> terms.contains(meaning.term()))
                        .isPresent())
                .sorted()
                .toList();
    }

    /** Whether anything in it is, to whoever reads it, a word that switches on. */
    private static boolean saysOn(String text) {
        return Lexer.tokens(text).stream().anyMatch(token -> token.isOneOf(ON));
    }

    private static boolean containsOnWord(String text) {
        var plain = Lexer.joined(Spelling.plain(text));
        return ofTerms(ON).stream().anyMatch(plain::contains);
    }

    private static boolean isOn(String text) {
        var command = Grammar.read(text);
        return command instanceof On || command instanceof EmergencyOn;
    }
}
