package de.dolmetscherhotline.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.evaluation.Breakdown;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of the pages about figures. */
class FiguresMessagesTest {

    private static final Pattern NAMED = Pattern.compile("[#'(\"{](figures(?:\\.[a-z0-9-]+)+)[}'(\"]");

    @Test
    void everyTextExistsInBothLanguagesAndNoneIsEmpty() {
        assertThat(words("_en").keySet()).isEqualTo(words("").keySet());
        assertThat(words("").values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(words("_en").values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void everyTextThatATemplateOrCodeNamesExists() throws IOException {
        assertNamedTextsExist(Path.of("src/main/resources/templates/dashboard/figures"));
        assertNamedTextsExist(Path.of("src/main/java/de/dolmetscherhotline/dashboard/figures"));
    }

    @Test
    void everythingThatIsShownByItsNameHasAWord() {
        for (var preset : Preset.values()) {
            assertThat(words("")).containsKey("figures.period." + preset.word());
        }
        for (var choice : HeatMap.choices()) {
            assertThat(words("")).containsKey("figures.days." + choice);
        }
        for (var by : Breakdown.values()) {
            var key = "figures.by-" + by.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(words("")).containsKeys(key, key + ".label");
        }
    }

    private static void assertNamedTextsExist(Path directory) throws IOException {
        var known = words("").keySet();
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                var named = NAMED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        // The navigation puts these together.
                        .map(key -> known.contains(key + ".title") ? key + ".way" : key)
                        .toList();
                assertThat(known).as(file.toString()).containsAll(named);
            }
        }
    }

    private static Map<String, String> words(String language) {
        return new MessageFile(Path.of("src/main/resources/messages", "figures" + language + ".properties")).texts();
    }
}
