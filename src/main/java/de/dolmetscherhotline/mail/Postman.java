package de.dolmetscherhotline.mail;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.platform.StartupRefused;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Hands letters to the mail server, on threads of its own, as that blocks. */
@Component
class Postman implements DisposableBean {

    private static final int THREADS = 2;
    private static final int WAITING = 50;

    /** An attempt at a piece of work takes ten seconds at the most; a server may take some to look into what it got. */
    private static final int CONNECTING_MILLIS = 2000;

    private static final int ANSWERING_MILLIS = 7000;
    private static final Duration LONGEST = Duration.ofSeconds(9);

    private final MailSettings settings;
    private final PublicUrl publicUrl;
    private final Clock clock;
    private final JavaMailSenderImpl sender;
    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "mail");

    Postman(MailSettings settings, PublicUrl publicUrl, Clock clock) {
        if (settings.areThere() && MailAddress.parse(settings.from()).isEmpty()) {
            throw new StartupRefused(
                    "HOTLINE_MAIL_HOST is set, but HOTLINE_MAIL_FROM is no mail address.",
                    "Set HOTLINE_MAIL_FROM to the address that mails of the hotline come from.");
        }
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.sender = sender(settings);
    }

    /** What became of a letter. */
    sealed interface Delivery {

        record Taken() implements Delivery {}

        /** The server knows that it will never reach anybody. */
        record Refused() implements Delivery {}

        /**
         * It may be taken another time.
         *
         * @param reason a word; what a server says may contain the address
         */
        record Failed(String reason) implements Delivery {}
    }

    /** Tries once; no error of the way to the server leaves here, as it may name the recipient. */
    Mono<Delivery> send(UUID id, Letter letter) {
        return Mono.fromCallable(() -> sendNow(id, letter))
                .subscribeOn(scheduler)
                .timeout(LONGEST, Mono.just(new Delivery.Failed("no answer in time")))
                .onErrorReturn(RejectedExecutionException.class, new Delivery.Failed("too many at once"));
    }

    private Delivery sendNow(UUID id, Letter letter) {
        try {
            sender.send(message(id, letter));
            return new Delivery.Taken();
        } catch (MailException | MessagingException failed) {
            return Failures.meaning(failed);
        }
    }

    private MimeMessage message(UUID id, Letter letter) throws MessagingException {
        var message = new Numbered(sender, "<" + id + "@" + publicUrl.of("").getHost() + ">");
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(letter.to().address()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** A message that is the same whenever it is sent. */
    private static final class Numbered extends MimeMessage {

        private final String number;

        private Numbered(JavaMailSenderImpl sender, String number) {
            super(sender.getSession());
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }

    static JavaMailSenderImpl sender(MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        var properties = sender.getJavaMailProperties();
        if (!settings.username().isBlank()) {
            sender.setUsername(settings.username());
            sender.setPassword(settings.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
        properties.setProperty("mail.smtp.connectiontimeout", Integer.toString(CONNECTING_MILLIS));
        properties.setProperty("mail.smtp.timeout", Integer.toString(ANSWERING_MILLIS));
        properties.setProperty("mail.smtp.writetimeout", Integer.toString(ANSWERING_MILLIS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.encryption()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return sender;
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
