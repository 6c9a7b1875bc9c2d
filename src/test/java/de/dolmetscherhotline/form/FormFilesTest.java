package de.dolmetscherhotline.form;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.form.FormText.Kind;
import de.dolmetscherhotline.form.FormText.Paragraph;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.language.SpokenLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of the forms as they are delivered. */
class FormFilesTest {

    private static final Path DIRECTORY = Path.of("config", "forms");
    private static final Pattern NAME = Pattern.compile("(release|secrecy)_([a-z]{2,3})\\.txt");
    private static final String REVIEW = "# review: (pending|done)";
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "prs");
    private static final List<String> LEAST = List.of(
            "en", "ar", "uk", "ru", "tr", "fa", "prs", "kmr", "ti", "fr", "so", "pl", "ro", "bg", "sq", "vi", "es");
    private static final Pattern LEFT_OVER =
            Pattern.compile("\\b(TODO|FIXME|XXX|TBD)\\b|\\.\\.\\.|…|__|[{}<>|\\\\\\[\\]*]| {2}|\\?\\?");

    /** Letters that a draft slips into when it is mixed up with a neighbouring language. */
    private static final Map<String, String> FOREIGN_LETTERS = Map.of(
            "uk", "ыэъё", "ru", "іїєґ", "bg", "ыэёіїєґ", "ar", "گچپژکی", "fa", "يكةى", "prs", "يكةى", "kmr", "ığöüñ");

    static List<Path> translations() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> !tag(file).equals("de")).sorted().toList();
        }
    }

    private static String tag(Path file) {
        return part(file, 2);
    }

    private static String part(Path file, int group) {
        var name = NAME.matcher(file.getFileName().toString());
        assertThat(name.matches()).as("name of %s", file).isTrue();
        return name.group(group);
    }

    private static FormText text(Path file) throws IOException {
        return FormText.parse(Files.readString(file));
    }

    private static FormText german(Path translation) throws IOException {
        return text(DIRECTORY.resolve(part(translation, 1) + "_de.txt"));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void eachFormStandsThereInTheLanguagesThatAreNeededMost(Form form) throws IOException {
        var tags = translations().stream()
                .filter(file -> part(file, 1).equals(form.word()))
                .map(FormFilesTest::tag)
                .toList();

        assertThat(tags).containsAll(LEAST);
    }

    @Test
    void draftsThatAwaitANativeSpeakerAreListed(TestReporter reporter) throws IOException {
        var pending = translations().stream()
                .filter(file -> firstLine(file).equals("# review: pending"))
                .map(file -> file.getFileName().toString())
                .toList();

        reporter.publishEntry("forms that a native speaker has yet to confirm", String.join(", ", pending));
        assertThat(translations())
                .allSatisfy(file -> assertThat(firstLine(file)).matches(REVIEW));
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyFileHasTheParagraphsOfTheGermanOneInTheSameOrder(Path file) throws IOException {
        assertThat(text(file).names()).isEqualTo(german(file).names());
        assertThat(LanguagesFixture.builtIn().byTag(new Language(tag(file)))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void nothingWasLeftUntranslatedOrUnfinished(Path file) throws IOException {
        var german = german(file);

        assertThat(text(file).paragraphs()).allSatisfy(paragraph -> {
            assertThat(paragraph.text())
                    .isNotEqualTo(german.text(paragraph.name()))
                    .doesNotContainPattern(LEFT_OVER);
            if (paragraph.kind() == Kind.TEXT) {
                assertThat(paragraph.text()).matches("(?s).*[.:።፦؟۔]");
                assertThat(paragraph.text().length())
                        .as("about as long as in German: %s", paragraph)
                        .isBetween(
                                german.text(paragraph.name()).length() * 4 / 10,
                                german.text(paragraph.name()).length() * 16 / 10);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("translations")
    void noParagraphStandsThereTwice(Path file) throws IOException {
        assertThat(text(file).paragraphs()).extracting(Paragraph::text).doesNotHaveDuplicates();
    }

    /** Whoever compares the columns finds the same sections of the law on both sides. */
    @ParameterizedTest
    @MethodSource("translations")
    void sectionsAndArticlesAreThoseOfTheGermanText(Path file) throws IOException {
        var german = german(file);

        assertThat(text(file).paragraphs())
                .allSatisfy(paragraph -> assertThat(numbers(paragraph.text()))
                        .as(paragraph.text())
                        .isEqualTo(numbers(german.text(paragraph.name()))));
    }

    private static Set<String> numbers(String text) {
        return Pattern.compile("\\p{Nd}+")
                .matcher(text)
                .results()
                .map(found -> String.valueOf(Integer.parseInt(found.group())))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyFileIsInTheScriptOfItsLanguage(Path file) throws IOException {
        var own = LanguagesFixture.builtIn()
                .byTag(new Language(tag(file)))
                .map(SpokenLanguage::ownName)
                .orElseThrow();
        var expected = new HashSet<>(scripts(own));
        expected.add(Character.UnicodeScript.LATIN);

        assertThat(text(file).paragraphs()).allSatisfy(paragraph -> {
            assertThat(scripts(paragraph.text())).isSubsetOf(expected).containsAll(scripts(own));
        });
    }

    private static Set<Character.UnicodeScript> scripts(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .filter(script -> script != Character.UnicodeScript.COMMON)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void noFileHoldsLettersOfANeighbouringLanguage(Path file) throws IOException {
        var foreign = FOREIGN_LETTERS.getOrDefault(tag(file), "");

        assertThat(text(file).paragraphs())
                .allSatisfy(paragraph -> assertThat(paragraph.text().chars())
                        .as(paragraph.text())
                        .noneMatch(letter -> foreign.indexOf(letter) >= 0));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void theDirectionIsThatOfTheLanguage(Path file) throws IOException {
        assertThat(text(file).direction()).isEqualTo(RIGHT_TO_LEFT.contains(tag(file)) ? "rtl" : "ltr");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theGermanTextIsMarkedAndHasRoomToSign(Form form) throws IOException {
        var german = text(DIRECTORY.resolve(form.word() + "_de.txt"));

        assertThat(german.mark())
                .isEqualTo("Muster – vor Gebrauch durch die Rechtsabteilung des Landkreises zu prüfen");
        assertThat(german.names()).contains("line-district", "line-place", "signature-person");
        assertThat(Arrays.stream(Kind.values()).filter(kind -> kind != Kind.BOX))
                .allSatisfy(kind -> assertThat(german.paragraphs())
                        .extracting(Paragraph::kind)
                        .contains(kind));
        assertThat(german.paragraphs())
                .extracting(Paragraph::text)
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(LEFT_OVER));
    }
}
