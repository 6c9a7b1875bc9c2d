package de.dolmetscherhotline.webhook;

import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where organisations' own systems are told of what happens. An announcement is part of the current transaction and sent once it
 * is committed; what came of it is not told to whoever made it.
 */
@Component
public class Webhooks {

    /** Whoever calls, and whoever is texted, comes first. */
    private static final int AFTER_ALL_ELSE = -30;

    private final Receivers receivers;
    private final WorkQueue work;
    private final JsonMapper json;
    private final Clock clock;

    Webhooks(Receivers receivers, WorkQueue work, JsonMapper json, Clock clock) {
        this.receivers = receivers;
        this.work = work;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Tells an organisation's own system something; nothing happens if it has none. It may arrive more than once, and after what
     * happened later.
     *
     * @param type what happened, in words with full stops between them, such as {@code request.changed}
     * @param data written as JSON; leaves the house, so nothing that the organisation must not know
     */
    public Mono<Void> announce(OrganisationId organisation, String type, Object data) {
        return receivers
                .listens(organisation)
                .flatMap(listens -> listens ? order(announcement(organisation, type, data)) : Mono.empty());
    }

    private Mono<Void> order(Announcement announcement) {
        return work.enqueue(
                AnnouncementWork.KIND, json.writeValueAsString(announcement), AFTER_ALL_ELSE, Duration.ZERO);
    }

    Announcement announcement(OrganisationId organisation, String type, Object data) {
        var id = Announcement.newId();
        var now = clock.instant();
        return new Announcement(
                organisation, id, now, json.writeValueAsString(new Announcement.Body(id, type, now, data)));
    }
}
