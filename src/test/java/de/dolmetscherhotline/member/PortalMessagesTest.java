package de.dolmetscherhotline.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the portal. */
class PortalMessagesTest {

    private static final Pattern IN_TEMPLATE = Pattern.compile("[#'(\"{](portal(?:\\.[a-z0-9-]+)+)[}'(\"]");
    private static final Pattern IN_CODE = Pattern.compile("\"(portal\\.problem(?:\\.[a-z0-9-]+)+)\"");

    @Test
    void everyTextExistsInBothLanguagesAndNoneIsEmpty() {
        assertThat(words("portal_en").keySet()).isEqualTo(words("portal").keySet());
        assertThat(words("portal").values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(words("portal_en").values())
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void everyTextThatATemplateNamesExists() throws IOException {
        assertNamedTextsExist(Path.of("src/main/resources/templates/portal"), IN_TEMPLATE);
    }

    @Test
    void everyTextThatCodeNamesExists() throws IOException {
        assertNamedTextsExist(Path.of("src/main/java/de/dolmetscherhotline/member"), IN_CODE);
    }

    @Test
    void everyStateOfAMemberHasAWord() {
        for (var state : Member.State.values()) {
            assertThat(words("portal"))
                    .containsKey("portal.members.state." + state.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void assertNamedTextsExist(Path directory, Pattern key) throws IOException {
        var words = words("portal").keySet();
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                assertThat(words)
                        .as(file.toString())
                        .containsAll(key.matcher(Files.readString(file))
                                .results()
                                .map((MatchResult found) -> found.group(1))
                                .collect(Collectors.toSet()));
            }
        }
    }

    private static Map<String, String> words(String file) {
        return new MessageFile(Path.of("src/main/resources/messages", file + ".properties")).texts();
    }
}
