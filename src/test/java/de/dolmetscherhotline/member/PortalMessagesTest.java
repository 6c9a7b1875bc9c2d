package de.dolmetscherhotline.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.appointment.AppointmentEvent;
import de.dolmetscherhotline.appointment.AppointmentStatus;
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
        assertNamedTextsExist(Path.of("src/main/java/de/dolmetscherhotline/signin"), IN_CODE);
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

    @Test
    void everyEventAndStatusOfAnAppointmentHasAWord() {
        var events = Arrays.stream(AppointmentEvent.values())
                .map(event -> "portal.appointment.event." + word(event).replace('_', '-'));
        var statuses =
                Arrays.stream(AppointmentStatus.values()).map(status -> "portal.appointments.status." + word(status));
        var explained = Stream.of(
                        "asking",
                        "open",
                        "confirmed-on-site",
                        "confirmed-phone",
                        "doubted",
                        "running",
                        "cancelled",
                        "held",
                        "absent-interpreter",
                        "absent-person",
                        "absent-organisation",
                        "unfilled")
                .map(status -> "portal.appointment.status." + status);
        assertThat(words("")).containsKeys(Stream.concat(events, statuses).toArray(String[]::new));
        assertThat(explained).allSatisfy(key -> assertThat(words("")).containsKeys(key, key + ".means"));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Of all files, in this language. */
    private static Map<String, String> words(String language) {
        return Stream.of("portal", "requests", "appointments")
                .map(file -> Path.of("src/main/resources/messages", file + language + ".properties"))
                .flatMap(file -> new MessageFile(file).texts().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
