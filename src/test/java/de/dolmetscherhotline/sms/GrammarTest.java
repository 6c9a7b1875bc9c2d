package de.dolmetscherhotline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.sms.IncomingText.OptOut;
import de.dolmetscherhotline.sms.TextCommand.NetworkWord;
import de.dolmetscherhotline.sms.TextCommand.NotUnderstood;
import de.dolmetscherhotline.sms.TextCommand.Off;
import de.dolmetscherhotline.sms.TextCommand.On;
import de.dolmetscherhotline.sms.TextCommand.Speak;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What texts mean. The table {@code sms/texts.tsv} has the meaning first: {@code ~} marks a time that may also be meant in the
 * other half of the day, {@code +1} is tomorrow, {@code when?} asks back, {@code -} is not understood.
 */
class GrammarTest {

    private static final Set<String> ON_WORDS = Set.of("an", "on");

    static Stream<Arguments> table() throws IOException {
        try (var file = Objects.requireNonNull(GrammarTest.class.getResourceAsStream("/sms/texts.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", 2))
                    .map(columns -> Arguments.of(columns[1], columns[0]));
        }
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @MethodSource("table")
    void textIsUnderstood(String text, String meaning) {
        assertThat(Meanings.of(Grammar.read(text))).isEqualTo(meaning);
    }

    @Test
    void tableHoldsHundredsOfTexts() throws IOException {
        assertThat(table().map(row -> row.get()[0])).doesNotHaveDuplicates().hasSizeGreaterThan(250);
    }

    @ParameterizedTest
    @MethodSource("table")
    void caseAndBlanksAndFullStopsDoNotMatter(String text, String meaning) {
        if (!(Grammar.read(text) instanceof NetworkWord) && !text.isBlank()) {
            assertThat(Meanings.of(Grammar.read(" " + text.toUpperCase(Locale.GERMAN) + "  !")))
                    .isEqualTo(meaning);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JA\n47", "JA\r\n47", "ja\t47", "\u200eJA 47\u200e", "\u202bJA 47\u202c"})
    void blanksOfEveryKindAndMarksOfDirectionDoNotMatter(String text) {
        assertThat(Meanings.of(Grammar.read(text))).isEqualTo("yes 47");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aus\u00ad", "\ufeffAUS", "A\u0308us", "AUS\ufe0f"})
    void invisibleLettersDoNotMatter(String text) {
        assertThat(Grammar.read(text)).isEqualTo(new Off(new Span.Open()));
    }

    @Test
    void longTextIsNoCommand() {
        assertThat(Grammar.read("x".repeat(1600))).isEqualTo(new NotUnderstood());
        assertThat(Grammar.read("AN" + " ".repeat(200))).isEqualTo(new NotUnderstood());
        assertThat(Grammar.read("an ".repeat(50))).isEqualTo(new NotUnderstood());
    }

    @ParameterizedTest
    @EnumSource(OptOut.class)
    void wordsOfTheNetworkAreItsOwnOnlyIfTheyAreAllThereIs(OptOut meaning) throws IOException {
        assertThat(table().filter(row -> row.get()[1].equals("network " + meaning)))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(Grammar.read(row.get()[0] + " 47")).isInstanceOf(NotUnderstood.class));
    }

    /** Two letters are too few to forgive one of them. */
    @Test
    void nothingNearAnSwitchesOn() {
        var letters = "abcdefghijklmnopqrstuvwxyzß";
        var near = letters.chars()
                .mapToObj(Character::toString)
                .flatMap(letter ->
                        Stream.of(letter + "n", "a" + letter, letter + "an", "a" + letter + "n", "an" + letter))
                .filter(word -> !ON_WORDS.contains(word))
                .collect(Collectors.toSet());

        assertThat(near).noneMatch(word -> Grammar.read(word) instanceof On);
    }

    @Test
    void everyShippedLanguageHasNames() {
        assertThat(Stream.of("de", "en", "uk", "ar", "tr", "ru"))
                .allSatisfy(tag -> assertThat(Grammar.read("SPRACHE " + tag)).isEqualTo(new Speak(new Language(tag))));
    }

    @Test
    void everyWordIsReadAsItIsListed() {
        assertThat(Vocabulary.all())
                .isNotEmpty()
                .allSatisfy(word -> assertThat(Lexer.tokens(word))
                        .singleElement()
                        .isEqualTo(Vocabulary.exact(word).orElseThrow().of(word)));
    }

    @Test
    void termsWithoutWordsAreThoseThatTheLexerMakes() {
        var listed = Vocabulary.all().stream()
                .flatMap(word -> Vocabulary.exact(word).stream())
                .map(Vocabulary.Meaning::term)
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(Term.values()).filter(term -> !listed.contains(term)))
                .containsExactlyInAnyOrder(Term.NUMBER, Term.CLOCK, Term.DATE, Term.DASH, Term.QUESTION_MARK);
    }
}
