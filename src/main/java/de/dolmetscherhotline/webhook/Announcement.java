package de.dolmetscherhotline.webhook;

import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that an organisation is told.
 *
 * @param id by which the receiver recognises that it was told before
 * @param at when it happened
 * @param body what is sent, the same in each attempt
 */
record Announcement(OrganisationId organisation, String id, Instant at, String body) {

    static String newId() {
        return "msg_" + UUID.randomUUID();
    }

    /** JSON as it is sent. */
    record Body(String id, String type, Instant timestamp, Object data) {}

    /** Without the body. */
    @Override
    public String toString() {
        return "Announcement " + id;
    }
}
