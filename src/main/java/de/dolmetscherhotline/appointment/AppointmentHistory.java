package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happened to each appointment, and who hears of it. */
@Repository
public class AppointmentHistory {

    private final DatabaseClient database;
    private final List<AppointmentObserver> observers;
    private final Clock clock;

    AppointmentHistory(DatabaseClient database, List<AppointmentObserver> observers, Clock clock) {
        this.database = database;
        this.observers = List.copyOf(observers);
        this.clock = clock;
    }

    /**
     * Something that happened.
     *
     * @param about whom it is about; null if about nobody
     * @param reason in the words of whoever did it
     */
    public record Entry(
            Instant at,
            AppointmentEvent event,
            Actor actor,
            @Nullable InterpreterId about,
            @Nullable String reason) {}

    /** Notes what has just happened to this appointment, and tells the observers; in the current transaction. */
    Mono<Void> note(Appointment changed, AppointmentEvent event, By by) {
        var now = clock.instant();
        var change = new AppointmentChange(
                changed.id(), changed.organisation(), event, changed.status(), by.actor(), by.member(), now);
        return add(changed.id(), new Entry(now, event, by.actor(), by.about(), by.reason()))
                .thenMany(Flux.fromIterable(observers))
                .concatMap(observer -> observer.changed(change))
                .then();
    }

    private Mono<Void> add(AppointmentId id, Entry entry) {
        var about = entry.about();
        return database.sql("""
                        insert into appointment_history (appointment_id, at, event, actor, interpreter_id, reason)
                        values (:id, :at, :event, :actor, :about, :reason)""")
                .bind("id", id.value())
                .bind("at", entry.at())
                .bind("event", word(entry.event()))
                .bind("actor", word(entry.actor()))
                .bind("about", nullable(about == null ? null : about.value(), UUID.class))
                .bind("reason", nullable(entry.reason(), String.class))
                .then();
    }

    /** Oldest first. */
    public Flux<Entry> of(AppointmentId id) {
        return database.sql("select * from appointment_history where appointment_id = :id order by seq")
                .bind("id", id.value())
                .map(row -> new Entry(
                        row.get("at", Instant.class),
                        constant(AppointmentEvent.class, row.get("event", String.class)),
                        constant(Actor.class, row.get("actor", String.class)),
                        Optional.ofNullable(row.get("interpreter_id", UUID.class))
                                .map(InterpreterId::new)
                                .orElse(null),
                        row.get("reason", String.class)))
                .all();
    }
}
