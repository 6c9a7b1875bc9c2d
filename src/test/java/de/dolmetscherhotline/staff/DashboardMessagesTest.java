package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.Actor;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the dashboard. */
class DashboardMessagesTest {

    private static final Pattern IN_TEMPLATE =
            Pattern.compile("[#'(\"{]((?:portal|dashboard)(?:\\.[a-z0-9_-]+)+)[}'(\"]");
    private static final Pattern IN_CODE = Pattern.compile("\"((?:portal|dashboard)\\.problem(?:\\.[a-z0-9-]+)+)\"");

    @Test
    void everyTextExistsInBothLanguagesAndNoneIsEmpty() {
        assertThat(words("_en").keySet()).isEqualTo(words("").keySet());
        assertThat(words("").values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(words("_en").values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void everyTextThatATemplateOrCodeNamesExists() throws IOException {
        assertNamedTextsExist(Path.of("src/main/resources/templates/dashboard"), IN_TEMPLATE);
        assertNamedTextsExist(Path.of("src/main/resources/templates/signin"), IN_TEMPLATE);
        assertNamedTextsExist(Path.of("src/main/java/de/dolmetscherhotline/staff"), IN_CODE);
        assertNamedTextsExist(Path.of("src/main/java/de/dolmetscherhotline/dashboard"), IN_CODE);
    }

    @Test
    void thePagesForSigningInHaveWordsOfTheirOwnForPortalAndDashboard() {
        assertThat(List.of("portal", "dashboard"))
                .allSatisfy(area -> assertThat(words(""))
                        .containsKeys(
                                area + ".sign-in.title",
                                area + ".sign-in.says.provider-unknown",
                                area + ".sign-in.without.how",
                                area + ".invitation.for"));
        assertThat(words("")).containsKey("dashboard.sign-in.help");
    }

    @Test
    void everythingThatIsShownByItsNameHasAWord() {
        assertThat(words("").keySet())
                .containsAll(keys("dashboard.audit.action.", Action.values()))
                .containsAll(keys("dashboard.audit.actor.", Actor.Kind.values()))
                .containsAll(keys("dashboard.role.", Role.values()));
    }

    private static List<String> keys(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> prefix + constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void assertNamedTextsExist(Path directory, Pattern key) throws IOException {
        var words = words("").keySet();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(words)
                        .as(file.toString())
                        .containsAll(key.matcher(Files.readString(file))
                                .results()
                                .map((MatchResult found) -> found.group(1))
                                .collect(Collectors.toSet()));
            }
        }
    }

    /** Of all files that the pages use, in this language. */
    private static Map<String, String> words(String language) {
        return Stream.of("portal", "requests", "dashboard", "board", "figures", "pool", "organisations", "texts")
                .map(file -> Path.of("src/main/resources/messages", file + language + ".properties"))
                .flatMap(file -> new MessageFile(file).texts().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
