package de.dolmetscherhotline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.mail.Postman.Delivery;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class FailuresTest {

    private static final String MAIL = "lindner@praxis.example";

    @Test
    void aRecipientWhomTheServerDoesNotKnowIsFinal() throws AddressException {
        assertThat(Failures.meaning(refused(550))).isEqualTo(new Delivery.Refused());
    }

    @Test
    void aRecipientWhoIsToBeTriedLaterIsTriedLater() throws AddressException {
        assertThat(Failures.meaning(refused(450))).isEqualTo(new Delivery.Failed("SMTPAddressFailedException"));
    }

    @Test
    void whatMayBeOurOwnMistakeIsTriedAgainAndSaysNothingOfTheServersWords() {
        var away = new MailSendException(
                "Mail server connection failed",
                new MessagingException("Could not connect for " + MAIL, new ConnectException("refused " + MAIL)));
        assertThat(Failures.meaning(away)).isEqualTo(new Delivery.Failed("ConnectException"));
        assertThat(Failures.meaning(new MailAuthenticationException("535 " + MAIL)))
                .isEqualTo(new Delivery.Failed("user or password is wrong"));
    }

    private static MailSendException refused(int code) throws AddressException {
        var recipient = new InternetAddress(MAIL);
        var answer =
                new SMTPAddressFailedException(recipient, "RCPT TO:<" + MAIL + ">", code, code + " <" + MAIL + ">");
        var sending = new SendFailedException(
                "Invalid Addresses", answer, new Address[0], new Address[0], new Address[] {recipient});
        return new MailSendException(Map.of("the message", sending));
    }
}
