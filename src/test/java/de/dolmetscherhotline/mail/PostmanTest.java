package de.dolmetscherhotline.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import de.dolmetscherhotline.mail.MailSettings.Encryption;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PostmanTest {

    @Test
    void theWayToTheServerIsProtectedOrNotTaken() {
        assertThat(properties(Encryption.STARTTLS))
                .contains(
                        entry("mail.smtp.starttls.enable", "true"),
                        entry("mail.smtp.starttls.required", "true"),
                        entry("mail.smtp.ssl.checkserveridentity", "true"),
                        entry("mail.smtp.auth", "true"));
        assertThat(properties(Encryption.TLS))
                .contains(entry("mail.smtp.ssl.enable", "true"), entry("mail.smtp.ssl.checkserveridentity", "true"));
    }

    @Test
    void theSettingsDoNotShowThePassword() {
        assertThat(settings(Encryption.TLS).toString()).doesNotContain("geheim");
    }

    private static Properties properties(Encryption encryption) {
        return Postman.sender(settings(encryption)).getJavaMailProperties();
    }

    private static MailSettings settings(Encryption encryption) {
        return new MailSettings("mail.example", 587, "hotline", "geheim", "hotline@landkreis.example", encryption);
    }
}
