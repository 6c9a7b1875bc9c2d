package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts in the languages of the calls, which whoever changes them may not be able to read. */
class PromptFilesTest {

    private static final Path DIRECTORY = Path.of("config/prompts");
    private static final Pattern NAME = Pattern.compile("prompts_(.+)\\.properties");
    private static final Pattern REVIEW = Pattern.compile("# review: (pending|done)");

    /** Letters of the same script that belong to a neighbouring language, and are easily typed by mistake. */
    private static final Map<String, String> FOREIGN_LETTERS = Map.of(
            "ar", "یکگپچژ",
            "fa", "يكىة",
            "prs", "يكىة",
            "uk", "ыэёъ",
            "ru", "іїєґ",
            "bg", "ыэёіїє",
            "sr", "ыэёійьщю",
            "ro", "şţ",
            "tr", "ăîșț",
            "kmr", "ığöüñ");

    static List<String> tags() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches() && !name.group(1).equals("de"))
                    .map(name -> name.group(1))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreTextsInAtLeastTenLanguages() throws IOException {
        assertThat(tags()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void draftsThatAwaitANativeSpeakerAreListed(TestReporter reporter) throws IOException {
        var pending = tags().stream().filter(PromptFilesTest::isPending).toList();

        reporter.publishEntry("texts that a native speaker has yet to confirm", String.join(", ", pending));
        assertThat(tags()).containsAll(pending);
    }

    private static boolean isPending(String tag) {
        return lines(tag).getFirst().equals("# review: pending");
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyFileSaysWhetherItWasReviewedAndIsOfALanguageInTheCatalogue(String tag) throws IOException {
        assertThat(lines(tag).getFirst()).matches(REVIEW);
        assertThat(LanguagesFixture.builtIn().byTag(new Language(tag))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyFileHasEveryTextAndNoOther(String tag) {
        assertThat(texts(tag)).containsOnlyKeys(Utterances.KEYS);
        assertThat(texts(tag).values())
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).hasSizeBetween(15, 160));
    }

    /** Nothing is filled in, so that braces and quotation marks could only be mistakes; a backslash is an escape gone wrong. */
    @ParameterizedTest
    @MethodSource("tags")
    void noTextHoldsWhatCouldNotBeSpoken(String tag) {
        assertThat(texts(tag).values())
                .allSatisfy(text -> assertThat(text)
                        .isEqualTo(text.strip())
                        .doesNotContain("{", "}", "'", "\"", "\\", "  ", "\uFFFD")
                        .matches(".*[.!?።۔]"));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyTextIsInTheScriptOfItsLanguage(String tag) throws IOException {
        var own = LanguagesFixture.builtIn()
                .byTag(new Language(tag))
                .map(SpokenLanguage::ownName)
                .orElseThrow();

        assertThat(texts(tag).values())
                .allSatisfy(text -> assertThat(scripts(text)).isEqualTo(scripts(own)));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noTextHoldsLettersOfANeighbouringLanguage(String tag) {
        var foreign = FOREIGN_LETTERS.getOrDefault(tag, "");

        assertThat(texts(tag).values())
                .allSatisfy(text -> assertThat(text.chars()).noneMatch(letter -> foreign.indexOf(letter) >= 0));
    }

    private static Set<Character.UnicodeScript> scripts(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .filter(script -> script != Character.UnicodeScript.COMMON)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> texts(String tag) {
        return MessageFile.ofPrompts("prompts", tag).texts();
    }

    private static List<String> lines(String tag) {
        return MessageFile.ofPrompts("prompts", tag).lines();
    }
}
