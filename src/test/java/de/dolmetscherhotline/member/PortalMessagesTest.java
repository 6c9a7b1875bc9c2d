package de.dolmetscherhotline.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.request.RequestStatus;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the portal. */
class PortalMessagesTest {

    private static final Pattern IN_TEMPLATE = Pattern.compile("[#'(\"{](portal(?:\\.[a-z0-9-]+)+)[}'(\"]");
    private static final Pattern IN_CODE = Pattern.compile("\"(portal\\.problem(?:\\.[a-z0-9-]+)+)\"");

    @Test
    void everyTextExistsInBothLanguagesAndNoneIsEmpty() {
        assertThat(words("_en").keySet()).isEqualTo(words("").keySet());
        assertThat(words("").values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(words("_en").values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void everyTextThatATemplateNamesExists() throws IOException {
        assertNamedTextsExist(Path.of("src/main/resources/templates/portal"), IN_TEMPLATE);
    }

    @Test
    void everyTextThatCodeNamesExists() throws IOException {
        assertNamedTextsExist(Path.of("src/main/java/de/dolmetscherhotline/member"), IN_CODE);
        assertNamedTextsExist(Path.of("src/main/java/de/dolmetscherhotline/portal"), IN_CODE);
        assertNamedTextsExist(Path.of("src/main/java/de/dolmetscherhotline/webhook"), IN_CODE);
    }

    @Test
    void everyStateOfAMemberHasAWord() {
        for (var state : Member.State.values()) {
            assertThat(words(""))
                    .containsKey("portal.members.state." + state.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void assertNamedTextsExist(Path directory, Pattern key) throws IOException {
        var words = words("").keySet();
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

    @Test
    void everyStatusOfARequestHasAWordAndSaysWhatItMeans() {
        var ends = Stream.of("connected", "cancelled", "handed_over", "callback", "failed")
                .map(end -> "ended_" + end);
        var statuses = Arrays.stream(RequestStatus.values())
                .map(status -> status.name().toLowerCase(Locale.ROOT));
        assertThat(Stream.concat(statuses, ends))
                .allSatisfy(status -> assertThat(words(""))
                        .containsKeys("portal.status." + status, "portal.status." + status + ".means"));
    }

    /** Of both files, in this language. */
    private static Map<String, String> words(String language) {
        return Stream.of("portal", "requests")
                .map(file -> Path.of("src/main/resources/messages", file + language + ".properties"))
                .flatMap(file -> new MessageFile(file).texts().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
