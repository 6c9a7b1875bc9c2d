package de.dolmetscherhotline.webhook;

import de.dolmetscherhotline.webhook.AttemptLog.Attempt;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with a receiver, as a page shows it.
 *
 * @param state key of a message
 * @param failingSince null if it does not fail
 * @param lastFailure null if the last attempt did not
 */
record ReceiverWords(
        String url,
        String state,
        boolean open,
        @Nullable String failingSince,
        @Nullable Result lastFailure,
        long givenUp,
        List<Entry> attempts) {

    private static final String STATUS = "status_";
    private static final String RESULT = "portal.webhook.result.";

    /** When what was told, and what came of it. */
    record Entry(String at, String type, boolean delivered, Result result) {}

    /**
     * In words.
     *
     * @param key of a message
     * @param status of HTTP, which goes into it; empty if there is none
     */
    record Result(String key, String status) {

        static Result of(String word) {
            return word.startsWith(STATUS)
                    ? new Result(RESULT + "status", word.substring(STATUS.length()))
                    : new Result(RESULT + word.replace('_', '-'), "");
        }
    }

    static ReceiverWords of(Receiver receiver, List<Attempt> attempts, Locale locale, ZoneId zone) {
        var since = receiver.failingSince();
        var failure = receiver.lastFailure();
        return new ReceiverWords(
                receiver.url(),
                "portal.webhook.state."
                        + receiver.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                receiver.disabledAt() == null,
                since == null ? null : time(since, locale, zone),
                failure == null ? null : Result.of(failure),
                receiver.givenUp(),
                attempts.stream().map(attempt -> entry(attempt, locale, zone)).toList());
    }

    private static Entry entry(Attempt attempt, Locale locale, ZoneId zone) {
        return new Entry(
                time(attempt.at(), locale, zone),
                attempt.type(),
                attempt.result().equals("delivered"),
                Result.of(attempt.result()));
    }

    private static String time(Instant instant, Locale locale, ZoneId zone) {
        var pattern = locale.getLanguage().equals("en") ? "d MMM, HH:mm:ss" : "d.M., HH:mm:ss 'Uhr'";
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
    }
}
