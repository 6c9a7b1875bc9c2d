package de.dolmetscherhotline.portal;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.portal.AppointmentNews.Told;
import de.dolmetscherhotline.privacy.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who is told by mail what becomes of an appointment, and what she was told. */
@Repository
class AppointmentCorrespondence implements Retention {

    /** Long enough for the last letter to be ordered. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final DatabaseClient database;

    AppointmentCorrespondence(DatabaseClient database) {
        this.database = database;
    }

    /**
     * How far it has come.
     *
     * @param member who asked for it; null if a coordinator did on behalf of the organisation
     * @param letter the last; null if there was none
     */
    record State(
            @Nullable MemberId member, Told told, @Nullable UUID letter) {}

    /** @param member null for the contact of the organisation */
    Mono<Void> begin(AppointmentId id, @Nullable MemberId member) {
        return database.sql("insert into appointment_letter (appointment_id, member_id) values (:id, :member)")
                .bind("id", id.value())
                .bind("member", nullable(member == null ? null : member.value(), UUID.class))
                .then();
    }

    Mono<Boolean> isThere(AppointmentId id) {
        return database.sql("select exists (select from appointment_letter where appointment_id = :id)")
                .bind("id", id.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** Until the end of the current transaction it is ours; empty if nobody is to be told. */
    Mono<State> lock(AppointmentId id) {
        return database.sql("select * from appointment_letter where appointment_id = :id for update")
                .bind("id", id.value())
                .map(row -> new State(
                        Optional.ofNullable(row.get("member_id", UUID.class))
                                .map(MemberId::new)
                                .orElse(null),
                        new Told(
                                Optional.ofNullable(row.get("told", String.class))
                                        .map(told -> constant(AppointmentNews.class, told))
                                        .orElse(null),
                                row.get("round", Integer.class)),
                        row.get("letter_id", UUID.class)))
                .one();
    }

    Mono<Void> note(AppointmentId id, AppointmentNews told, int round, UUID letter) {
        return database.sql("""
                        update appointment_letter set told = :told, round = :round, letter_id = :letter
                        where appointment_id = :id
                        """)
                .bind("id", id.value())
                .bind("told", word(told))
                .bind("round", round)
                .bind("letter", letter)
                .then();
    }

    /** She has asked for somebody else herself, if it is her who is told. */
    Mono<Void> knowsThatItIsSought(AppointmentId id, MemberId member) {
        return database.sql("""
                        update appointment_letter set told = 'sought_again'
                        where appointment_id = :id and member_id = :member
                        """)
                .bind("id", id.value())
                .bind("member", member.value())
                .then();
    }

    /** There is nothing more to tell. */
    Mono<Void> end(AppointmentId id) {
        return database.sql("delete from appointment_letter where appointment_id = :id")
                .bind("id", id.value())
                .then();
    }

    /** There is nothing more to tell to this member, as she has done it herself. */
    Mono<Void> end(AppointmentId id, MemberId member) {
        return database.sql("delete from appointment_letter where appointment_id = :id and member_id = :member")
                .bind("id", id.value())
                .bind("member", member.value())
                .then();
    }

    /** Where mail is not sent any more, no last letter ends it. */
    @Override
    public Mono<Void> eraseOld(Instant now) {
        return database.sql("""
                        delete from appointment_letter l using appointment a
                        where a.id = l.appointment_id and a.status in ('cancelled', 'held', 'no_show', 'unfilled')
                          and not exists (select from appointment_history h where h.appointment_id = a.id and h.at > :until)
                        """).bind("until", now.minus(KEPT)).then();
    }
}
