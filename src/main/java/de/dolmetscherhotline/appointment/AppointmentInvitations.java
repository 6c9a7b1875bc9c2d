package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who was asked for which appointment, under which code, and what they answered. Each decision is one statement. */
@Repository
public class AppointmentInvitations {

    private final DatabaseClient database;
    private final Clock clock;

    AppointmentInvitations(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What somebody answered, or what made her answer void. */
    public enum Answer {
        YES,
        NO,
        /** She had it and gave it back. */
        WITHDRAWN,
        /** She had it and was relieved of it. */
        REPLACED
    }

    /**
     * Somebody was asked.
     *
     * @param answer null if there is none
     * @param closed whether the appointment is over
     */
    public record Invitation(
            AppointmentId appointment,
            InterpreterId who,
            int code,
            Instant invitedAt,
            @Nullable Answer answer,
            boolean closed) {

        /** Whether she had it already: such a person is not given it again. */
        boolean isOut() {
            return answer == Answer.WITHDRAWN || answer == Answer.REPLACED;
        }
    }

    /** Nobody else gives out codes in this district until the transaction is over. */
    Mono<Void> lockCodes(DistrictId district) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:district, 22))")
                .bind("district", district.toString())
                .then();
    }

    /**
     * Invites her under a code that no open question to her has: the one she has had already in an earlier round, or that
     * which she was not given for the longest time.
     *
     * @return the code; empty if she was asked in this round, refused or had it already, or if no code is free
     */
    Mono<Integer> invite(Appointment to, InterpreterId who) {
        return database.sql("""
                        insert into appointment_invitation (appointment_id, interpreter_id, code, round, invited_at)
                        select :appointment, :who, free.code, :round, :now
                        from (select possible.code, (select max(v.invited_at) from appointment_invitation v
                                                     where v.interpreter_id = :who and v.code = possible.code) as last_used
                              from generate_series(50, 99) as possible (code)
                              where not exists (select from appointment_invitation v
                                                where v.interpreter_id = :who and v.code = possible.code
                                                  and v.closed_at is null and v.appointment_id <> :appointment)
                              order by last_used nulls first, possible.code limit 1) free
                        on conflict (appointment_id, interpreter_id) do update
                        set round = excluded.round, invited_at = excluded.invited_at, answer = null, answered_at = null,
                            made_up_for_at = null, told_at = null
                        where appointment_invitation.round < excluded.round and appointment_invitation.closed_at is null
                          and (appointment_invitation.answer is null or appointment_invitation.answer = 'yes')
                        returning code""")
                .bind("appointment", to.id().value())
                .bind("who", who.value())
                .bind("round", to.round())
                .bind("now", clock.instant())
                .mapValue(Integer.class)
                .one();
    }

    /** What she was asked last under this code, and what may still be answered before what is over. */
    Mono<Invitation> withCode(InterpreterId who, int code) {
        return database.sql("""
                        select * from appointment_invitation where interpreter_id = :who and code = :code
                        order by closed_at is not null, invited_at desc limit 1""")
                .bind("who", who.value())
                .bind("code", code)
                .map(AppointmentInvitations::invitation)
                .one();
    }

    /** Everybody who was asked, in the order in which they were. */
    public Flux<Invitation> to(AppointmentId id) {
        return database.sql(
                        "select * from appointment_invitation where appointment_id = :id order by invited_at, interpreter_id")
                .bind("id", id.value())
                .map(AppointmentInvitations::invitation)
                .all();
    }

    /** The code under which she was asked. */
    Mono<Integer> code(AppointmentId id, InterpreterId who) {
        return database.sql("""
                        select code from appointment_invitation where appointment_id = :id and interpreter_id = :who""")
                .bind("id", id.value())
                .bind("who", who.value())
                .mapValue(Integer.class)
                .one();
    }

    /** Notes the answer, in place of an earlier one unless that was the last word; true if it was noted. */
    Mono<Boolean> answer(AppointmentId id, InterpreterId who, Answer answer) {
        return database.sql("""
                        update appointment_invitation set answer = :answer, answered_at = :now
                        where appointment_id = :id and interpreter_id = :who
                          and (answer is null or answer in ('yes', 'no') and answer <> :answer)""")
                .bind("answer", word(answer))
                .bind("now", clock.instant())
                .bind("id", id.value())
                .bind("who", who.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** How many have said no for whom nobody else was asked; each counts once. */
    Mono<Long> makeUpForRefusals(Appointment of) {
        return database.sql("""
                        update appointment_invitation set made_up_for_at = :now
                        where appointment_id = :id and round = :round and answer = 'no' and made_up_for_at is null""")
                .bind("now", clock.instant())
                .bind("id", of.id().value())
                .bind("round", of.round())
                .fetch()
                .rowsUpdated();
    }

    /** Whether somebody was asked in this round who has not answered. */
    Mono<Boolean> anybodyMayAnswer(Appointment of) {
        return database.sql("""
                        select exists (select from appointment_invitation
                                       where appointment_id = :id and round = :round and answer is null)""")
                .bind("id", of.id().value())
                .bind("round", of.round())
                .mapValue(Boolean.class)
                .one();
    }

    /** Whether anybody was asked in this round. */
    Mono<Boolean> anybodyWasAsked(Appointment of) {
        return database.sql("""
                        select exists (select from appointment_invitation
                                       where appointment_id = :id and round = :round)""")
                .bind("id", of.id().value())
                .bind("round", of.round())
                .mapValue(Boolean.class)
                .one();
    }

    /** Those who have not answered and were not told that they need not; answers each once. */
    Flux<InterpreterId> toBeTold(Appointment of) {
        var has = of.interpreter();
        return database.sql("""
                        update appointment_invitation set told_at = :now
                        where appointment_id = :id and answer is null and told_at is null
                          and interpreter_id is distinct from :has
                        returning interpreter_id""")
                .bind("now", clock.instant())
                .bind("id", of.id().value())
                .bind("has", nullable(has == null ? null : has.value(), UUID.class))
                .mapValue(UUID.class)
                .all()
                .map(InterpreterId::new);
    }

    /** The appointment is over: its codes may mean others. */
    Mono<Void> close(AppointmentId id) {
        return database.sql("""
                        update appointment_invitation set closed_at = :now
                        where appointment_id = :id and closed_at is null""")
                .bind("now", clock.instant())
                .bind("id", id.value())
                .then();
    }

    private static Invitation invitation(Readable row) {
        return new Invitation(
                new AppointmentId(row.get("appointment_id", UUID.class)),
                new InterpreterId(row.get("interpreter_id", UUID.class)),
                row.get("code", Integer.class),
                row.get("invited_at", Instant.class),
                AppointmentRows.nullableConstant(Answer.class, row, "answer"),
                row.get("closed_at", Instant.class) != null);
    }
}
