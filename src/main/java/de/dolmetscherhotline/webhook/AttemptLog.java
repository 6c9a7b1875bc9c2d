package de.dolmetscherhotline.webhook;

import de.dolmetscherhotline.privacy.Retention;
import de.dolmetscherhotline.privacy.RetentionSettings;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What came of each attempt to tell a receiver something, for a time. Of one that was set anew, nothing that was before. */
@Repository
class AttemptLog implements Retention {

    private final DatabaseClient database;
    private final RetentionSettings settings;

    AttemptLog(DatabaseClient database, RetentionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * An attempt.
     *
     * @param id of the announcement
     * @param type of the announcement
     * @param result in a word
     */
    record Attempt(String id, String type, Instant at, String result) {}

    /** Notes nothing if the receiver was removed meanwhile. */
    Mono<Void> add(Receiver receiver, Announcement announcement, Instant now, String result) {
        return database.sql("""
                        insert into webhook_delivery (organisation_id, version, announcement, type, at, result)
                        select organisation_id, version, :announcement, :body::jsonb ->> 'type', :now, :result
                        from webhook where organisation_id = :organisation and version = :version""")
                .bind("announcement", announcement.id())
                .bind("body", announcement.body())
                .bind("now", now)
                .bind("result", result)
                .bind("organisation", receiver.organisation().value())
                .bind("version", receiver.version())
                .then();
    }

    /** Newest first. */
    Flux<Attempt> page(Receiver receiver, int limit, long offset) {
        return database.sql("""
                        select announcement, type, at, result from webhook_delivery
                        where organisation_id = :organisation and version = :version
                        order by seq desc limit :limit offset :offset""")
                .bind("organisation", receiver.organisation().value())
                .bind("version", receiver.version())
                .bind("limit", limit)
                .bind("offset", offset)
                .map(row -> new Attempt(
                        row.get("announcement", String.class),
                        row.get("type", String.class),
                        row.get("at", Instant.class),
                        row.get("result", String.class)))
                .all();
    }

    Mono<Long> count(Receiver receiver) {
        return database.sql("""
                        select count(*) from webhook_delivery
                        where organisation_id = :organisation and version = :version""")
                .bind("organisation", receiver.organisation().value())
                .bind("version", receiver.version())
                .mapValue(Long.class)
                .one();
    }

    @Override
    public Mono<Void> eraseOld(Instant now) {
        return database.sql("delete from webhook_delivery where at <= :until")
                .bind("until", now.minus(settings.deliveries()))
                .then();
    }
}
