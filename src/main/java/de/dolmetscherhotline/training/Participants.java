package de.dolmetscherhotline.training;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Obligation;
import de.dolmetscherhotline.training.Participant.Gained;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who takes part in which training, and what each attendance gave. */
@Repository
public class Participants {

    private static final String COLUMNS = """
            select p.*, i.name from training_participant p join interpreter i on i.id = p.interpreter_id
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Participants(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Participant> find(UUID training, InterpreterId who) {
        return database.sql(COLUMNS + "where p.training_id = :training and p.interpreter_id = :who")
                .bind("training", training)
                .bind("who", who.value())
                .map(Participants::participant)
                .one();
    }

    /** By name. */
    public Flux<Participant> page(UUID training, int limit, long offset) {
        return database.sql(COLUMNS + """
                        where p.training_id = :training order by lower(i.name), i.id limit :limit offset :offset""")
                .bind("training", training)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(Participants::participant)
                .all();
    }

    /**
     * That somebody registered for a training.
     *
     * @param ends of the last date
     */
    public record Registration(UUID training, String title, Instant ends, boolean attended) {}

    /** The trainings of a member, latest first. */
    public Flux<Registration> of(InterpreterId who) {
        return database.sql("""
                        select t.id, t.title, p.attended_recorded_at is not null as attended,
                               (select max(d.ends_at) from training_date d where d.training_id = t.id) as ends
                        from training_participant p join training t on t.id = p.training_id
                        where p.interpreter_id = :who order by ends desc, t.id""")
                .bind("who", who.value())
                .map(row -> new Registration(
                        row.get("id", UUID.class),
                        row.get("title", String.class),
                        row.get("ends", Instant.class),
                        row.get("attended", Boolean.class)))
                .all();
    }

    /** Registers a member; nothing if she is registered already. */
    Mono<Void> add(UUID training, InterpreterId who) {
        return database.sql("""
                        insert into training_participant (training_id, interpreter_id, registered_at)
                        values (:training, :who, :now)
                        on conflict do nothing""")
                .bind("training", training)
                .bind("who", who.value())
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> remove(UUID training, InterpreterId who) {
        return database.sql("delete from training_participant where training_id = :training and interpreter_id = :who")
                .bind("training", training)
                .bind("who", who.value())
                .then();
    }

    /** She was there, and this is what it gave her. */
    Mono<Void> noteAttendance(UUID training, InterpreterId who, Gained gained) {
        return database.sql("""
                        update training_participant
                        set attended_recorded_at = coalesce(attended_recorded_at, :now),
                            conferred_qualification = :qualification, conferred_issued_on = :issuedOn,
                            conferred_valid_until = :validUntil
                        where training_id = :training and interpreter_id = :who""")
                .bind("now", clock.instant())
                .bind("qualification", nullable(gained.qualification(), String.class))
                .bind("issuedOn", nullable(gained.issuedOn(), LocalDate.class))
                .bind("validUntil", nullable(gained.validUntil(), LocalDate.class))
                .bind("training", training)
                .bind("who", who.value())
                .then();
    }

    /** She was not there after all; she stays registered. */
    Mono<Void> forgetAttendance(UUID training, InterpreterId who) {
        return database.sql("""
                        update training_participant
                        set attended_recorded_at = null, conferred_qualification = null, conferred_issued_on = null,
                            conferred_valid_until = null
                        where training_id = :training and interpreter_id = :who""")
                .bind("training", training)
                .bind("who", who.value())
                .then();
    }

    /** Whether one of her trainings gave her this proof. */
    Mono<Boolean> gave(InterpreterId who, Obligation proof) {
        return database.sql("""
                        select exists (select from training_participant
                                       where interpreter_id = :who and conferred_issued_on = :issuedOn
                                         and conferred_valid_until is not distinct from :validUntil)""")
                .bind("who", who.value())
                .bind("issuedOn", proof.issuedOn())
                .bind("validUntil", nullable(proof.validUntil(), LocalDate.class))
                .mapValue(Boolean.class)
                .one();
    }

    /** Trainings that she attended and that give proof of training, the latest first. */
    Flux<UUID> attendedWithProof(InterpreterId who) {
        return database.sql("""
                        select t.id from training_participant p join training t on t.id = p.training_id
                        where p.interpreter_id = :who and p.attended_recorded_at is not null and t.confers_training
                        order by (select max(d.ends_at) from training_date d where d.training_id = t.id) desc, t.id""").bind("who", who.value()).mapValue(UUID.class).all();
    }

    /** Trainings that she attended and that qualify for this subject, the earliest first. */
    Flux<UUID> attendedWithSubject(InterpreterId who, Subject subject) {
        return database.sql("""
                        select t.id from training_participant p join training t on t.id = p.training_id
                        where p.interpreter_id = :who and p.attended_recorded_at is not null
                          and t.confers_subject = :subject
                        order by (select max(d.ends_at) from training_date d where d.training_id = t.id), t.id""")
                .bind("who", who.value())
                .bind("subject", word(subject))
                .mapValue(UUID.class)
                .all();
    }

    /** Keeps a proof from elsewhere that a training is about to replace. */
    Mono<Void> keepDisplaced(InterpreterId who, Obligation proof) {
        return database.sql("""
                        insert into training_displaced_proof (interpreter_id, issued_on, valid_until, note)
                        values (:who, :issuedOn, :validUntil, :note)
                        on conflict (interpreter_id) do update
                        set issued_on = excluded.issued_on, valid_until = excluded.valid_until, note = excluded.note""")
                .bind("who", who.value())
                .bind("issuedOn", proof.issuedOn())
                .bind("validUntil", nullable(proof.validUntil(), LocalDate.class))
                .bind("note", nullable(proof.note(), String.class))
                .then();
    }

    /** The proof from elsewhere that a training replaced, which is then no longer kept; empty if there is none. */
    Mono<Obligation> takeDisplaced(InterpreterId who) {
        return database.sql("delete from training_displaced_proof where interpreter_id = :who returning *")
                .bind("who", who.value())
                .map(row -> new Obligation(
                        ObligationKind.TRAINING,
                        row.get("issued_on", LocalDate.class),
                        row.get("valid_until", LocalDate.class),
                        row.get("note", String.class)))
                .one();
    }

    private static Participant participant(Readable row) {
        @Nullable Instant attended = row.get("attended_recorded_at", Instant.class);
        return new Participant(
                new InterpreterId(row.get("interpreter_id", UUID.class)),
                row.get("name", String.class),
                row.get("registered_at", Instant.class),
                attended,
                new Gained(
                        row.get("conferred_qualification", String.class),
                        row.get("conferred_issued_on", LocalDate.class),
                        row.get("conferred_valid_until", LocalDate.class)));
    }
}
