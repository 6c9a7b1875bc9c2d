package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.PageLanguageNames;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.request.InterpreterRequest;
import de.dolmetscherhotline.request.InterpreterRequest.Feedback;
import de.dolmetscherhotline.request.RequestStatus;
import de.dolmetscherhotline.request.Requests.Change;
import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests as pages show them. */
@Component
class RequestWords {

    private final Languages languages;
    private final PageLanguageNames names;

    RequestWords(Languages languages, PageLanguageNames names) {
        this.languages = languages;
        this.names = names;
    }

    /** A language that can be chosen. */
    public record Choice(String tag, String name) {}

    /** All, in the order of their names. */
    List<Choice> languages(Locale locale) {
        return languages(languages.all().stream().map(SpokenLanguage::language).toList(), locale);
    }

    List<Choice> languages(Collection<Language> some, Locale locale) {
        return some.stream()
                .map(language -> new Choice(language.tag(), names.of(language, locale)))
                .sorted(Comparator.comparing(Choice::name, Collator.getInstance(locale)))
                .toList();
    }

    /**
     * A request in words.
     *
     * @param subject key of a message; null if none was named; likewise {@code gender}
     * @param status key of a message
     * @param explanation key of a message: what that means
     * @param open whether it goes on
     * @param cancellable whether it can still be cancelled
     * @param talking whether they talk at this moment, so that third parties can be rung
     * @param talked whether there was a conversation, so that somebody may say how it was
     */
    public record Shown(
            UUID id,
            String language,
            @Nullable String subject,
            @Nullable String gender,
            boolean emergency,
            @Nullable String caseReference,
            PhoneNumber number,
            String requestedAt,
            String status,
            String explanation,
            boolean open,
            boolean cancellable,
            boolean talking,
            boolean talked,
            @Nullable Feedback feedback) {}

    Shown of(InterpreterRequest request, Locale locale, ZoneId zone) {
        var asked = request.asked();
        var status = statusKey(request);
        return new Shown(
                request.id(),
                names.of(asked.language(), locale),
                asked.subject() == null ? null : "portal.subject." + word(asked.subject()),
                genderKey(request),
                asked.emergency(),
                asked.caseReference(),
                request.number(),
                time(request.requestedAt(), locale, zone),
                "portal.status." + status,
                "portal.status." + status + ".means",
                request.status() != RequestStatus.ENDED,
                isCancellable(request.status()),
                request.status() == RequestStatus.CONNECTED,
                request.connectedAt() != null,
                request.feedback());
    }

    private static @Nullable String genderKey(InterpreterRequest request) {
        var gender = request.asked().gender();
        return gender == null
                ? null
                : "portal.gender." + (request.asked().genderRequired() ? "requirement_" : "wish_") + word(gender);
    }

    /** Of what is over, the outcome says how. */
    private static String statusKey(InterpreterRequest request) {
        var outcome = request.outcome();
        if (request.status() != RequestStatus.ENDED || outcome == null) {
            return word(request.status());
        }
        return switch (outcome) {
            case CONNECTED -> "ended_connected";
            case CANCELLED -> "ended_cancelled";
            case HANDED_TO_COORDINATOR, HANDED_TO_PROVIDER -> "ended_handed_over";
            case CALLBACK_ARRANGED -> "ended_callback";
            case ENDED_BY_COORDINATOR -> "ended_by_coordinator";
            case ABANDONED_CHOOSING,
                    ABANDONED_WAITING,
                    NO_COVERAGE,
                    NOBODY_ANSWERED,
                    INTERRUPTED,
                    CALLBACK_FAILED,
                    JOINED_ANOTHER_CALL,
                    CLOSED,
                    REFUSED_BLOCKED,
                    REFUSED_LIMIT,
                    REFUSED_TOO_MANY_PINS,
                    REFUSED_UNKNOWN_CALLER,
                    NO_LANGUAGE_CHOSEN,
                    UNKNOWN_LINE,
                    FAILED -> "ended_failed";
        };
    }

    private static boolean isCancellable(RequestStatus status) {
        return switch (status) {
            case SEARCHING, RINGING, CALLING_YOU, PAUSED -> true;
            case CONNECTED, INTERRUPTED, NOBODY_FOUND, TRANSFERRED, ENDED -> false;
        };
    }

    /** When it came how far. */
    public record Past(String status, String at) {}

    List<Past> of(List<Change> history, Locale locale, ZoneId zone) {
        return history.stream()
                .map(change -> new Past("portal.status." + word(change.status()), time(change.at(), locale, zone)))
                .toList();
    }

    /** Hours and minutes. */
    static String clock(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(zone));
    }

    private static String time(Instant instant, Locale locale, ZoneId zone) {
        var pattern = locale.getLanguage().equals("en") ? "d MMM, HH:mm:ss" : "d.M., HH:mm:ss 'Uhr'";
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
