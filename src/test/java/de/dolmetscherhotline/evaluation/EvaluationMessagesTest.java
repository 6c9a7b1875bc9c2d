package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of figures, reports and files. */
class EvaluationMessagesTest {

    private static final List<String> FILES = List.of("evaluation", "evaluation_en");
    private static final Pattern WHOLE_KEY = Pattern.compile("\"(evaluation(?:\\.[a-z0-9-]+)+)\"");

    /** The fates that the database knows, as the newest of its rules says. */
    private static final Pattern FATES = Pattern.compile("offer_fate_check check\\s*\\(fate in \\(([^)]*)\\)");

    @Test
    void everyTextExistsInBothLanguagesAndNoneIsEmpty() {
        assertThat(words("evaluation_en").keySet())
                .isEqualTo(words("evaluation").keySet());
        FILES.forEach(file -> assertThat(words(file).values())
                .allSatisfy(text -> assertThat(text).isNotBlank()));
    }

    @Test
    void everyFigureIsNamedAndDefined() {
        for (var figure : Figure.values()) {
            assertThat(words("evaluation")).containsKeys(figure.key() + ".name", figure.key() + ".definition");
        }
    }

    @Test
    void everyConstantHasAName() {
        assertThat(words("evaluation").keySet())
                .containsAll(keys("outcome", Outcome.values()))
                .containsAll(keys("kind", OrganisationKind.values()))
                .containsAll(keys("age", AgeGroup.values()))
                .containsAll(keys("breakdown", Breakdown.values()));
    }

    @Test
    void everyFateHasAName() throws IOException {
        var migration = Files.readString(Path.of("src/main/resources/db/migration/V4__callbacks_and_queue.sql"));
        var rule = FATES.matcher(migration);
        assertThat(rule.find()).isTrue();
        var fates = Stream.of(rule.group(1).split(","))
                .map(fate -> "evaluation.fate." + fate.strip().replace("'", "").replace('_', '-'))
                .toList();
        assertThat(fates).hasSize(12);
        assertThat(words("evaluation").keySet()).containsAll(fates);
    }

    @Test
    void everyTextThatCodeNamesExists() throws IOException {
        try (var sources = Files.list(Path.of("src/main/java/de/dolmetscherhotline/evaluation"))) {
            for (var source : sources.toList()) {
                var named = WHOLE_KEY
                        .matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
                assertThat(words("evaluation").keySet()).as(source.toString()).containsAll(named);
            }
        }
    }

    @Test
    void namesOfSheetsAreSuchAsWorkbooksTake() {
        for (var file : FILES) {
            words(file).forEach((key, text) -> {
                if (key.matches("evaluation\\.(tab|breakdown)\\..*|evaluation\\.table\\..*\\.name")) {
                    assertThat(text).hasSizeLessThanOrEqualTo(31).doesNotContainPattern("[\\[\\]:*?/\\\\]");
                }
            });
        }
    }

    private static List<String> keys(String group, Enum<?>... constants) {
        return Stream.of(constants)
                .map(constant -> "evaluation." + group + "."
                        + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static Map<String, String> words(String file) {
        return new MessageFile(Path.of("src/main/resources/messages", file + ".properties")).texts();
    }
}
