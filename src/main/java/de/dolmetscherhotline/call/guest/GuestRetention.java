package de.dolmetscherhotline.call.guest;

import de.dolmetscherhotline.privacy.Retention;
import de.dolmetscherhotline.privacy.RetentionSettings;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Erases what is left of third parties who have long been gone. Their numbers went with them. */
@Repository
class GuestRetention implements Retention {

    private final DatabaseClient database;
    private final RetentionSettings settings;

    GuestRetention(DatabaseClient database, RetentionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Mono<Void> eraseOld(Instant now) {
        return database.sql("delete from guest where over_at <= :until")
                .bind("until", now.minus(settings.guests()))
                .then();
    }
}
