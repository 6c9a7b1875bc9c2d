package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.AppointmentList.Listed;
import de.dolmetscherhotline.appointment.form.Choices;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.mail.Letter;
import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.portal.AppointmentWording.Shown;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Letters about appointments, in German and English. They say when, where and in which language, and of who interprets as much
 * as the page; what is noted about anybody, and why it is needed, is only there.
 */
@Component
class AppointmentLetterWords {

    private static final String KEY = "portal.appointment.letter";

    private final AppointmentWording wording;
    private final MessageSource messages;
    private final PublicUrl publicUrl;

    AppointmentLetterWords(AppointmentWording wording, MessageSource messages, PublicUrl publicUrl) {
        this.wording = wording;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    Letter letter(MailAddress to, AppointmentNews news, Listed listed, ZoneId zone) {
        return new Letter(
                to,
                subject(news, listed, zone, Locale.GERMAN) + " / " + subject(news, listed, zone, Locale.ENGLISH),
                text(news, listed, zone, Locale.GERMAN)
                        + message("portal.letter.other-language", Locale.GERMAN)
                        + text(news, listed, zone, Locale.ENGLISH));
    }

    private String subject(AppointmentNews news, Listed listed, ZoneId zone, Locale locale) {
        return message(
                key(news) + ".subject", locale, wording.of(listed, locale, zone).day());
    }

    private String text(AppointmentNews news, Listed listed, ZoneId zone, Locale locale) {
        var shown = wording.of(listed, locale, zone);
        var facts = Stream.of(
                        shown.day() + ", " + shown.time(),
                        shown.language(),
                        where(shown, locale),
                        news.isThatSomebodyComes() ? who(shown, locale) : "")
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining("\n"));
        return message(
                KEY, locale, message(key(news), locale), facts, publicUrl.of(AppointmentPages.address(shown.id())));
    }

    private String where(Shown shown, Locale locale) {
        return shown.number() == null
                ? message(
                        KEY + ".on-site",
                        locale,
                        Stream.of(shown.address(), shown.municipality())
                                .filter(AppointmentLetterWords::isThere)
                                .collect(Collectors.joining(", ")))
                : message(KEY + ".phone", locale, shown.number());
    }

    private static boolean isThere(@Nullable String part) {
        return part != null;
    }

    private String who(Shown shown, Locale locale) {
        return shown.interpreter() == null ? "" : message(KEY + ".who", locale, shown.interpreter());
    }

    private static String key(AppointmentNews news) {
        return KEY + "." + Choices.word(news).replace('_', '-');
    }

    private String message(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
