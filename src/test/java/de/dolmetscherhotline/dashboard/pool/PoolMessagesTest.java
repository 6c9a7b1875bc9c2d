package de.dolmetscherhotline.dashboard.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.pool.Direction;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages of the pool. */
class PoolMessagesTest {

    private static final Pattern IN_TEMPLATE = Pattern.compile("[#'(\"{](pool(?:\\.[a-zA-Z0-9_-]+)+)[}'(\"]");
    private static final Pattern IN_CODE = Pattern.compile("\"(pool\\.problem(?:\\.[a-z0-9-]+)+)\"");

    @Test
    void everyTextExistsInBothLanguagesAndNoneIsEmpty() {
        assertThat(words("_en").keySet()).isEqualTo(words("").keySet());
        assertThat(words("").values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(words("_en").values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/resources/templates/dashboard/pool",
                "src/main/java/de/dolmetscherhotline/dashboard/pool"
            })
    void everyTextThatATemplateOrCodeNamesExists(String directory) throws IOException {
        var key = directory.contains("templates") ? IN_TEMPLATE : IN_CODE;
        try (var files = Files.list(Path.of(directory))) {
            for (var file : files.toList()) {
                assertThat(words("").keySet())
                        .as(file.toString())
                        .containsAll(key.matcher(Files.readString(file))
                                .results()
                                .map((MatchResult found) -> found.group(1))
                                .filter(found -> !found.endsWith("."))
                                .collect(Collectors.toSet()));
            }
        }
    }

    @Test
    void everythingThatIsShownByItsNameHasAWord() {
        assertThat(words("").keySet())
                .containsAll(keys("pool.status.", Status.class))
                .containsAll(keys("pool.role.", Role.class))
                .containsAll(keys("pool.gender.", Gender.class))
                .containsAll(keys("pool.level.", LanguageLevel.class))
                .containsAll(keys("pool.level.short.", LanguageLevel.class))
                .containsAll(keys("pool.direction.", Direction.class))
                .containsAll(keys("pool.obligation.", ObligationKind.class))
                .containsAll(keys("pool.duty.", Duty.class));
    }

    private static List<String> keys(String prefix, Class<? extends Enum<?>> type) {
        return Typed.words(type).stream().map(word -> prefix + word).toList();
    }

    private static Map<String, String> words(String language) {
        return new MessageFile(Path.of("src/main/resources/messages", "pool" + language + ".properties")).texts();
    }
}
