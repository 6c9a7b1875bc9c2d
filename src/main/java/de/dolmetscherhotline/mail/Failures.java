package de.dolmetscherhotline.mail;

import de.dolmetscherhotline.mail.Postman.Delivery;
import jakarta.mail.MessagingException;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** What it means that a mail server did not take a letter. */
final class Failures {

    /** From here on an answer to a recipient is final (RFC 5321); before, it is about the moment. */
    private static final int FINAL = 500;

    private static final int DEEPEST = 20;

    private Failures() {}

    /** Only what is said of the recipient is final: all else may be our own mistake, which somebody will mend. */
    static Delivery meaning(Exception failed) {
        if (all(failed).anyMatch(Failures::isFinal)) {
            return new Delivery.Refused();
        }
        return new Delivery.Failed(
                failed instanceof MailAuthenticationException
                        ? "user or password is wrong"
                        : all(failed)
                                .reduce((first, last) -> last)
                                .orElse(failed)
                                .getClass()
                                .getSimpleName());
    }

    private static boolean isFinal(Throwable cause) {
        return cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= FINAL;
    }

    private static Stream<Throwable> all(Throwable failed) {
        var attempts = failed instanceof MailSendException sending
                ? Stream.<Throwable>of(sending.getMessageExceptions())
                : Stream.<Throwable>empty();
        return Stream.concat(Stream.of(failed), attempts).flatMap(Failures::chain);
    }

    private static Stream<Throwable> chain(Throwable failed) {
        return Stream.<Throwable>iterate(failed, one -> one != null, Failures::behind)
                .limit(DEEPEST);
    }

    private static @Nullable Throwable behind(Throwable one) {
        return one instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : one.getCause();
    }
}
