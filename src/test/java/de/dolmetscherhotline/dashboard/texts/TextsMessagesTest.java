package de.dolmetscherhotline.dashboard.texts;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.pool.TextSelection.Obstacle;
import de.dolmetscherhotline.testsupport.MessageFile;
import de.dolmetscherhotline.text.TextState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the pages for texts to many. */
class TextsMessagesTest {

    private static final Pattern NAMED = Pattern.compile("[#'(\"{](texts(?:\\.[a-z0-9_-]+)+)[}'(\"]");

    @Test
    void everyTextExistsInBothLanguagesAndNoneIsEmpty() {
        assertThat(words("_en").keySet()).isEqualTo(words("").keySet());
        assertThat(words("").values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(words("_en").values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void everyTextThatATemplateNamesExists() throws IOException {
        for (var page : Stream.of("texts", "text", "text-form", "text-preview").toList()) {
            var template = Files.readString(Path.of("src/main/resources/templates/dashboard", page + ".html"));
            assertThat(words("").keySet())
                    .as(page)
                    .containsAll(NAMED.matcher(template)
                            .results()
                            .map((MatchResult found) -> found.group(1))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void everythingThatIsShownByItsNameHasAWord() {
        assertThat(words("").keySet())
                .containsAll(Stream.of(TextState.values())
                        .map(state -> "texts.state." + BulkForm.word(state))
                        .toList())
                .containsAll(Stream.of(Obstacle.values())
                        .map(obstacle -> "texts.obstacle." + BulkForm.word(obstacle))
                        .toList())
                .contains("texts.problem.empty", "texts.problem.long", "texts.problem.nobody");
    }

    private static Map<String, String> words(String language) {
        return new MessageFile(Path.of("src/main/resources/messages/texts" + language + ".properties")).texts();
    }
}
