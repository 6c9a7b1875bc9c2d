package de.dolmetscherhotline.request;

import de.dolmetscherhotline.privacy.Retention;
import de.dolmetscherhotline.privacy.RetentionSettings;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Erases what people wrote about requests that have long been over: the file number, and what they said about the conversation. */
@Repository
class RequestRetention implements Retention {

    private final DatabaseClient database;
    private final RetentionSettings settings;

    RequestRetention(DatabaseClient database, RetentionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Mono<Void> eraseOld(Instant now) {
        return database.sql("""
                        update request set case_reference = null, comment = null
                        where status_since <= :until and (case_reference is not null or comment is not null)""").bind("until", now.minus(settings.requests())).then();
    }
}
