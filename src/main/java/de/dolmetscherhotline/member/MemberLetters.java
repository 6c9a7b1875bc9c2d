package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.mail.Letter;
import de.dolmetscherhotline.mail.Letters;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The mails that members get, in German and English, as nobody knows which of them she reads. They say nothing that a member
 * typed: nobody writes to strangers in our name.
 */
@Component
class MemberLetters {

    private static final Duration LONG = Duration.ofDays(2);
    private static final Duration SHORT = Duration.ofHours(2);

    private final Letters letters;
    private final MessageSource messages;
    private final PortalSettings settings;

    MemberLetters(Letters letters, MessageSource messages, PortalSettings settings) {
        this.letters = letters;
        this.messages = messages;
        this.settings = settings;
    }

    /** Whether this installation sends mail. */
    boolean areSent() {
        return letters.areSent();
    }

    /** Orders an invitation, in the current transaction. */
    Mono<Void> invite(MailAddress to, String organisation, URI link) {
        return letters.order(
                letter(to, "portal.letter.invitation", organisation, link, settings.invitationLife()),
                settings.invitationLife());
    }

    /** Orders what somebody gets who has forgotten her password, in the current transaction. */
    Mono<Void> reset(MailAddress to, String organisation, URI link) {
        return letters.order(
                letter(to, "portal.letter.reset", organisation, link, settings.resetLife()), settings.resetLife());
    }

    private Letter letter(MailAddress to, String key, String organisation, URI link, Duration life) {
        var subject = message(key + ".subject", Locale.GERMAN) + " / " + message(key + ".subject", Locale.ENGLISH);
        var text = message(key, Locale.GERMAN, organisation, link, span(life, Locale.GERMAN))
                + message("portal.letter.other-language", Locale.GERMAN)
                + message(key, Locale.ENGLISH, organisation, link, span(life, Locale.ENGLISH));
        return new Letter(to, subject, text);
    }

    private String span(Duration life, Locale locale) {
        if (life.compareTo(LONG) >= 0) {
            return message("portal.letter.days", locale, life.toDays());
        }
        return life.compareTo(SHORT) >= 0
                ? message("portal.letter.hours", locale, life.toHours())
                : message("portal.letter.minutes", locale, life.toMinutes());
    }

    private String message(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
