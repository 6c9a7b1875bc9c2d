package de.dolmetscherhotline.dashboard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.access.Scope;
import de.dolmetscherhotline.appointment.Actor;
import de.dolmetscherhotline.appointment.AppointmentEvent;
import de.dolmetscherhotline.appointment.AppointmentInvitations.Answer;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Origin;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the pages on organisations and their demand. */
class OrganisationsMessagesTest {

    private static final Pattern IN_TEMPLATE = Pattern.compile("[#'(\"{](organisations(?:\\.[a-z0-9_-]+)+)[}'(\"]");
    private static final Pattern IN_CODE = Pattern.compile("\"(organisations\\.problem(?:\\.[a-z0-9-]+)+)\"");

    @Test
    void everyTextExistsInBothLanguagesAndNoneIsEmpty() {
        assertThat(words("_en").keySet()).isEqualTo(words("").keySet());
        assertThat(words("").values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(words("_en").values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void everyTextThatATemplateOrCodeNamesExists() throws IOException {
        assertNamedTextsExist(Path.of("src/main/resources/templates/dashboard"), IN_TEMPLATE);
        assertNamedTextsExist(Path.of("src/main/java/de/dolmetscherhotline/dashboard/organisation"), IN_CODE);
    }

    @Test
    void everythingThatIsShownByItsNameHasAWord() {
        assertThat(words("").keySet())
                .containsAll(Stream.of("", ".requests", ".appointments", ".unmet")
                        .flatMap(entry ->
                                Stream.of("organisations" + entry + ".title", "organisations" + entry + ".way"))
                        .toList())
                .containsAll(Stream.of(AppointmentEvent.values())
                        .map(event -> "organisations.event." + Words.word(event))
                        .toList())
                .containsAll(Stream.of(Actor.values())
                        .map(actor -> "organisations.actor." + Words.word(actor))
                        .toList())
                .containsAll(Stream.of(Answer.values())
                        .map(answer -> "organisations.answer." + Words.word(answer))
                        .toList())
                .containsAll(Stream.of(LanguageLevel.values())
                        .map(level -> "organisations.level." + Words.word(level))
                        .toList())
                .containsAll(Stream.of(Scope.values())
                        .map(scope -> "organisations.scope." + Words.word(scope))
                        .toList())
                .containsAll(Stream.of(Origin.values())
                        .map(origin -> "organisations.origin." + Words.word(origin))
                        .toList());
        assertThat(new MessageFile(Path.of("src/main/resources/messages/evaluation.properties"))
                        .texts()
                        .keySet())
                .containsAll(Arrays.stream(Outcome.values())
                        .map(outcome ->
                                "evaluation.outcome." + Words.word(outcome).replace('_', '-'))
                        .toList());
    }

    private static void assertNamedTextsExist(Path directory, Pattern key) throws IOException {
        var words = words("").keySet();
        try (var files = Files.list(directory)) {
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

    private static Map<String, String> words(String language) {
        return new MessageFile(Path.of("src/main/resources/messages/organisations" + language + ".properties")).texts();
    }
}
