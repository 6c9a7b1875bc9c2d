package de.dolmetscherhotline.simulator;

import java.time.Instant;
import java.util.Map;

/**
 * One HTTP exchange between the network and the application.
 *
 * @param at when it began (virtual time)
 * @param url the signed URL of a webhook, the path and query of a REST request
 * @param params the form parameters in the order sent; repeated REST parameters are joined by a line feed
 * @param status HTTP status; 0 while in flight, -1 if no answer came
 */
public record Exchange(
        Instant at, Kind kind, String method, String url, Map<String, String> params, int status, String responseBody) {

    /** What a webhook was for, or that the application called the REST API. */
    public enum Kind {
        /** First document of a call, or of a redirect. */
        VOICE,
        GATHER_ACTION,
        DIAL_ACTION,
        /** What a participant hears until the conference starts, on hold, or as an announcement. */
        WAIT,
        FALLBACK,
        /** Recorded audio; fetched by GET, unsigned. */
        MEDIA,
        CALL_STATUS,
        CONFERENCE_STATUS,
        SMS,
        MESSAGE_STATUS,
        /** A request of the application to the REST API. */
        REST
    }
}
