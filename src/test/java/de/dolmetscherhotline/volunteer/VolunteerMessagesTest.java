package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.matching.LeftOut;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the volunteer's pages. */
class VolunteerMessagesTest {

    private static final Pattern KEY = Pattern.compile("[#'(\"{](volunteer(?:\\.[a-z0-9-]+)+)[}'(\"]");

    /** A whole key; one that is put together ends with a dot or goes on after the quotation mark. */
    private static final Pattern IN_CODE = Pattern.compile("\"(volunteer\\.problem(?:\\.[a-z0-9-]+)+)\"");

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(words("volunteer_en").keySet()).isEqualTo(words("volunteer").keySet());
    }

    @Test
    void noTextIsEmpty() {
        for (var file : new String[] {"volunteer", "volunteer_en"}) {
            assertThat(words(file).values()).allSatisfy(text -> assertThat(text).isNotBlank());
        }
    }

    @Test
    void everyTextThatATemplateNamesExists() throws IOException {
        var words = words("volunteer");
        try (var templates = Files.list(Path.of("src/main/resources/templates/volunteer"))) {
            for (var template : templates.toList()) {
                var named = KEY.matcher(Files.readString(template))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
                assertThat(words.keySet()).as(template.toString()).containsAll(named);
            }
        }
    }

    @Test
    void everyTextThatCodeNamesExists() throws IOException {
        var words = words("volunteer");
        try (var sources = Files.list(Path.of("src/main/java/de/dolmetscherhotline/volunteer"))) {
            for (var source : sources.toList()) {
                var named = IN_CODE.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
                assertThat(words.keySet()).as(source.toString()).containsAll(named);
            }
        }
    }

    @Test
    void whateverKeepsCallsAwayIsSaid() {
        var words = words("volunteer").keySet();
        for (var rule : List.of(LeftOut.NOT_ACTIVE, LeftOut.NOT_ADULT, LeftOut.ONE_WAY_ONLY, LeftOut.NUMBER_FAILED)) {
            assertThat(words).contains("volunteer.hindrance." + rule.code());
        }
        for (var kind : ObligationKind.values()) {
            var missing = kind == ObligationKind.SECRECY ? LeftOut.SECRECY_NOT_DECLARED : LeftOut.OBLIGATION_MISSING;
            for (var rule : List.of(missing, LeftOut.OBLIGATION_EXPIRED)) {
                assertThat(words)
                        .contains("volunteer.hindrance." + rule.code() + "."
                                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
    }

    private static Map<String, String> words(String file) {
        return new MessageFile(Path.of("src/main/resources/messages", file + ".properties")).texts();
    }
}
