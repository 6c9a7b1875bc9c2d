package de.dolmetscherhotline.text;

import de.dolmetscherhotline.privacy.Retention;
import de.dolmetscherhotline.privacy.RetentionSettings;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What coordinators wrote to many may name somebody; it goes, and what came of it too. */
@Component
class BulkTextRetention implements Retention {

    private final DatabaseClient database;
    private final RetentionSettings settings;

    BulkTextRetention(DatabaseClient database, RetentionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Mono<Void> eraseOld(Instant now) {
        return database.sql("delete from bulk_text where ordered_at <= :until")
                .bind("until", now.minus(settings.texts()))
                .then();
    }
}
