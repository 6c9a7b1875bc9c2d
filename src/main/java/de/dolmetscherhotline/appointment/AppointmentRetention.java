package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.privacy.Retention;
import de.dolmetscherhotline.privacy.RetentionSettings;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Erases what people wrote about appointments that have long been over: address, note, file number, and why something was
 * cancelled or given back. The municipality stays, for the figures.
 */
@Repository
class AppointmentRetention implements Retention {

    private final DatabaseClient database;
    private final RetentionSettings settings;

    AppointmentRetention(DatabaseClient database, RetentionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Mono<Void> eraseOld(Instant now) {
        return database.sql("""
                        with erased as (
                            update appointment
                            set address = null, contact_note = null, case_reference = null, settled_note = null,
                                erased_at = :now
                            where ends_at <= :until and erased_at is null
                            returning id)
                        update appointment_history set reason = null
                        where appointment_id in (select id from erased) and reason is not null""")
                .bind("now", now)
                .bind("until", now.minus(settings.appointments()))
                .then();
    }
}
