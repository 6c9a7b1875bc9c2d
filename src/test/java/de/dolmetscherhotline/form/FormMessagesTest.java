package de.dolmetscherhotline.form;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the pages around the forms. */
class FormMessagesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern KEY = Pattern.compile("#\\{(forms(?:\\.[a-z]+)+)");

    private static Map<String, String> words(String file) {
        return new MessageFile(RESOURCES.resolve(Path.of("messages", file + ".properties"))).texts();
    }

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(words("forms_en").keySet()).isEqualTo(words("forms").keySet());
        assertThat(words("forms_en").values())
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(words("forms").values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void eachFormSaysWhatItIsFor() {
        for (Form form : Form.values()) {
            assertThat(words("forms")).containsKey("forms." + form.word());
        }
    }

    @Test
    void everyTextThatATemplateNamesExists() throws IOException {
        try (var templates = Files.list(RESOURCES.resolve(Path.of("templates", "form")))) {
            for (var template : templates.toList()) {
                var named = KEY.matcher(Files.readString(template))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
                assertThat(named).as(template.toString()).isNotEmpty();
                assertThat(words("forms")).as(template.toString()).containsKeys(named.toArray(String[]::new));
            }
        }
    }
}
