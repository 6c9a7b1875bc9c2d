package de.dolmetscherhotline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.TestMail;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.work.Worker;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What becomes of letters that are ordered. */
class LettersIT extends HotlineIT {

    private static final Duration WORTH = Duration.ofHours(3);

    @Autowired
    private Letters letters;

    @Autowired
    private Worker worker;

    @Autowired
    private TransactionalOperator transaction;

    private String mail = "";

    @BeforeEach
    void somebody() {
        mail = "l" + UUID.randomUUID() + "@praxis.example";
    }

    @Test
    void aLetterIsSentByTheWorkerAndOnce() throws MessagingException {
        order().block();
        assertThat(TestMail.to(mail)).isEmpty();
        worker.drain().block();
        worker.drain().block();
        assertThat(TestMail.onlyTextTo(mail)).isEqualToIgnoringNewLines("Grüße aus Königslutter\nšç – “x”\n");
        var message = TestMail.to(mail).getFirst();
        assertThat(message.getSubject()).isEqualTo("Ihr Zugang – Übersicht");
        assertThat(message.getFrom()[0]).hasToString(TestMail.FROM);
        assertThat(message.getMessageID()).matches("<[0-9a-f-]{36}@hotline\\.example\\.org>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getSentDate())
                .isEqualTo(TestTelephony.CLOCK.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void whatIsOrderedInATransactionThatFailsIsNotSent() {
        order().then(Mono.error(new IllegalStateException("a later step fails")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
        worker.drain().block();
        assertThat(TestMail.to(mail)).isEmpty();
    }

    @Test
    void whileTheServerIsAwayALetterWaitsAndIsTriedAgain() {
        order().block();
        TestMail.away(() -> {
            for (int i = 0; i < 20; i++) {
                worker.drain().block();
                TestTelephony.CLOCK.pass(Duration.ofMinutes(5));
            }
        });
        worker.drain().block();
        TestTelephony.CLOCK.pass(Duration.ofMinutes(15));
        worker.drain().block();
        assertThat(TestMail.to(mail)).hasSize(1);
    }

    @Test
    void aLetterThatNobodyNeedsAnyMoreIsNotSent() {
        order().block();
        TestMail.away(() -> worker.drain().block());
        TestTelephony.CLOCK.pass(WORTH);
        worker.drain().block();
        assertThat(TestMail.to(mail)).isEmpty();
    }

    private Mono<Void> order() {
        return letters.order(letter(), WORTH);
    }

    private Letter letter() {
        return new Letter(new MailAddress(mail), "Ihr Zugang – Übersicht", "Grüße aus Königslutter\nšç – “x”\n");
    }
}
