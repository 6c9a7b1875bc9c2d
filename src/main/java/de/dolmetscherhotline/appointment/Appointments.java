package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.appointment.AppointmentRows.appointment;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OrganisationId;
import io.r2dbc.spi.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of appointments. Each decision is one statement, which answers what became of the appointment; empty if nothing. */
@Repository
class Appointments {

    private final DatabaseClient database;
    private final Clock clock;

    Appointments(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds it; fails with a DataIntegrityViolationException that names the violated constraint. */
    Mono<Void> add(Appointment added) {
        var wanted = added.wanted();
        var series = added.series();
        return bound(database.sql("""
                        insert into appointment (
                            id, district_id, organisation_id, series_id, series_position, kind, starts_at, ends_at,
                            municipality, address, number, language, subject, gender, gender_required, role,
                            same_interpreter, case_reference, contact_note, next_wave_at, created_at)
                        values (
                            :id, :district, :organisation, :series, :position, :kind, :starts, :ends,
                            :municipality, :address, :number, :language, :subject, :gender, :required, :role,
                            :same, :case, :note, :wave, :created)"""), wanted)
                .bind("id", added.id().value())
                .bind("district", added.district().value())
                .bind("organisation", added.organisation().value())
                .bind("series", nullable(series == null ? null : series.id(), UUID.class))
                .bind("position", nullable(series == null ? null : series.position(), Integer.class))
                .bind("wave", added.nextWaveAt())
                .bind("created", added.createdAt())
                .then();
    }

    private static GenericExecuteSpec bound(GenericExecuteSpec statement, Wanted wanted) {
        return place(statement, wanted.meeting())
                .bind("kind", word(wanted.meeting().kind()))
                .bind("starts", wanted.start())
                .bind("ends", wanted.end())
                .bind("language", wanted.language().tag())
                .bind("subject", nullableWord(wanted.subject()))
                .bind("gender", nullableWord(gender(wanted.gender())))
                .bind("required", wanted.gender() instanceof GenderWish.Requirement)
                .bind("role", nullableWord(wanted.role()))
                .bind("same", wanted.sameInterpreter())
                .bind("case", nullable(wanted.caseReference(), String.class))
                .bind("note", nullable(wanted.contactNote(), String.class));
    }

    private static GenericExecuteSpec place(GenericExecuteSpec statement, Meeting meeting) {
        return switch (meeting) {
            case Meeting.OnSite site ->
                statement
                        .bind("municipality", site.municipality())
                        .bind("address", nullable(site.address(), String.class))
                        .bindNull("number", String.class);
            case Meeting.ByPhone phone ->
                statement
                        .bindNull("municipality", String.class)
                        .bindNull("address", String.class)
                        .bind("number", phone.number().e164());
        };
    }

    private static Parameter nullableWord(@Nullable Enum<?> constant) {
        return nullable(constant == null ? null : word(constant), String.class);
    }

    private static @Nullable Gender gender(GenderWish wish) {
        return switch (wish) {
            case GenderWish.None none -> null;
            case GenderWish.Wish wished -> wished.gender();
            case GenderWish.Requirement required -> required.gender();
        };
    }

    /** This one and those of its series, earliest first, if it is this organisation's. */
    Flux<Appointment> bookedWith(AppointmentId id, OrganisationId organisation) {
        return database.sql("""
                        select * from appointment
                        where organisation_id = :organisation
                          and (id = :id or series_id = (select first.series_id from appointment first where first.id = :id))
                        order by starts_at""")
                .bind("organisation", organisation.value())
                .bind("id", id.value())
                .map(row -> appointment(row))
                .all();
    }

    Mono<Appointment> byId(AppointmentId id) {
        return one(database.sql("select * from appointment where id = :id").bind("id", id.value()));
    }

    /** Nobody else changes it until the transaction is over; others may refer to it meanwhile. */
    Mono<Appointment> lock(AppointmentId id) {
        return one(database.sql("select * from appointment where id = :id for no key update")
                .bind("id", id.value()));
    }

    /** Some were asked, or could not be: when the next may be. */
    Mono<Appointment> asked(AppointmentId id, Instant nextWave) {
        return one(database.sql("""
                        update appointment set status = 'asking', next_wave_at = :next
                        where id = :id and status in ('asking', 'open') returning *""").bind("next", nextWave).bind("id", id.value()));
    }

    /** There was nobody to ask: when we look again. */
    Mono<Void> lookAgain(AppointmentId id, Instant nextLook) {
        return database.sql("""
                        update appointment set next_wave_at = :next where id = :id and status in ('asking', 'open')""").bind("next", nextLook).bind("id", id.value()).then();
    }

    /** Everybody was asked. Answers only if it was not open before. */
    Mono<Appointment> open(AppointmentId id) {
        return one(
                database.sql("update appointment set status = 'open' where id = :id and status = 'asking' returning *")
                        .bind("id", id.value()));
    }

    /** Gives it to her if nobody has it, it has not begun, and she has no other at that time. */
    Mono<Appointment> claim(AppointmentId id, InterpreterId who) {
        return one(database.sql("""
                        update appointment a
                        set status = 'confirmed', interpreter_id = :who, confirmed_at = :now, doubted_at = null,
                            day_reminded_at = null, soon_reminded_at = null,
                            settled_at = null, settled_note = null, settled_by = null
                        where a.id = :id and a.status in ('asking', 'open') and a.starts_at > :now
                          and not exists (select from appointment other
                                          where other.interpreter_id = :who and other.status = 'confirmed'
                                            and other.starts_at < a.ends_at and other.ends_at > a.starts_at)
                        returning *""")
                .bind("who", who.value())
                .bind("now", clock.instant())
                .bind("id", id.value()));
    }

    /** She has it no more, before it begins; others are asked in a new round. */
    Mono<Appointment> release(AppointmentId id, InterpreterId who) {
        return one(database.sql("""
                        update appointment
                        set status = 'asking', interpreter_id = null, confirmed_at = null, doubted_at = null,
                            round = round + 1, next_wave_at = :now
                        where id = :id and status = 'confirmed' and interpreter_id = :who and starts_at > :now
                        returning *""")
                .bind("now", clock.instant())
                .bind("id", id.value())
                .bind("who", who.value()));
    }

    /** Nobody has said yes: those who have not answered may be asked again, in a new round. */
    Mono<Appointment> askAnew(AppointmentId id) {
        return one(database.sql("""
                        update appointment
                        set status = 'asking', round = round + 1, next_wave_at = :now,
                            settled_at = null, settled_note = null, settled_by = null
                        where id = :id and status = 'open' and starts_at > :now
                        returning *""").bind("now", clock.instant()).bind("id", id.value()));
    }

    /** It is not needed any more, before it begins. */
    Mono<Appointment> cancel(AppointmentId id) {
        return one(database.sql("""
                        update appointment set status = 'cancelled'
                        where id = :id and status in ('asking', 'open', 'confirmed') and starts_at > :now
                        returning *""").bind("now", clock.instant()).bind("id", id.value()));
    }

    /** Somebody did not come, once it has begun, and as long as is kept what people write about it. */
    Mono<Appointment> noShow(AppointmentId id, Absent absent) {
        return one(database.sql("""
                        update appointment set status = 'no_show', absent = :absent
                        where id = :id and status in ('confirmed', 'held') and starts_at <= :now and erased_at is null
                        returning *""")
                .bind("absent", word(absent))
                .bind("now", clock.instant())
                .bind("id", id.value()));
    }

    /** Its time has come and there is nobody. */
    Mono<Appointment> unfilled(AppointmentId id) {
        return one(database.sql("""
                        update appointment set status = 'unfilled'
                        where id = :id and status in ('asking', 'open') and starts_at <= :now
                        returning *""").bind("now", clock.instant()).bind("id", id.value()));
    }

    /** It is over, on site. */
    Mono<Appointment> held(AppointmentId id) {
        return one(database.sql("""
                        update appointment set status = 'held'
                        where id = :id and status = 'confirmed' and ends_at <= :now and kind = 'on_site'
                        returning *""").bind("now", clock.instant()).bind("id", id.value()));
    }

    /**
     * They have talked by telephone.
     *
     * @param who interpreted, perhaps in place of her who had it; null if that is not known
     */
    Mono<Appointment> talked(AppointmentId id, @Nullable InterpreterId who) {
        return one(database.sql("""
                        update appointment set status = 'held', interpreter_id = coalesce(:who, interpreter_id)
                        where id = :id and status = 'confirmed' and kind = 'phone'
                        returning *""")
                .bind("who", nullable(who == null ? null : who.value(), UUID.class))
                .bind("id", id.value()));
    }

    /** An interpreter was on the line, and nobody picked up at the organisation. */
    Mono<Appointment> missed(AppointmentId id) {
        return one(database.sql("""
                        update appointment set status = 'no_show', absent = 'organisation'
                        where id = :id and status = 'confirmed' and kind = 'phone'
                        returning *""").bind("id", id.value()));
    }

    /** Neither she who had it nor anybody else came to the telephone. */
    Mono<Appointment> nobodyCame(AppointmentId id) {
        return one(database.sql("""
                        update appointment
                        set status = 'unfilled', interpreter_id = null, confirmed_at = null, doubted_at = null
                        where id = :id and status = 'confirmed' and kind = 'phone'
                        returning *""").bind("id", id.value()));
    }

    /** It is over, and nobody was called: whatever she had promised, the organisation had nobody. */
    Mono<Appointment> neverBegun(AppointmentId id) {
        return one(database.sql("""
                        update appointment
                        set status = 'unfilled', interpreter_id = null, confirmed_at = null, doubted_at = null
                        where id = :id and status = 'confirmed' and ends_at <= :now and kind = 'phone' and call_id is null
                        returning *""").bind("now", clock.instant()).bind("id", id.value()));
    }

    /** Both are being called; answers once. */
    Mono<Appointment> begun(AppointmentId id, CallId call) {
        return one(database.sql("""
                        update appointment set begun_at = :now, call_id = :call
                        where id = :id and call_id is null and kind = 'phone' and status = 'confirmed'
                        returning *""")
                .bind("now", clock.instant())
                .bind("call", call.value())
                .bind("id", id.value()));
    }

    /** Those that she has and that have not begun, earliest first. */
    Flux<Appointment> aheadOf(InterpreterId who) {
        return database.sql("""
                        select * from appointment
                        where interpreter_id = :who and status = 'confirmed' and starts_at > :now
                        order by starts_at""")
                .bind("who", who.value())
                .bind("now", clock.instant())
                .map(row -> appointment(row))
                .all();
    }

    /** She has it and is recorded as away at that time; answers once. */
    Mono<Appointment> doubt(AppointmentId id, InterpreterId who) {
        return one(database.sql("""
                        update appointment set doubted_at = :now
                        where id = :id and status = 'confirmed' and interpreter_id = :who and doubted_at is null
                        returning *""")
                .bind("now", clock.instant())
                .bind("id", id.value())
                .bind("who", who.value()));
    }

    /** She will come after all; answers only if that was doubted. */
    Mono<Appointment> doubtNoMore(AppointmentId id, InterpreterId who) {
        return one(database.sql("""
                        update appointment set doubted_at = null
                        where id = :id and status = 'confirmed' and interpreter_id = :who and doubted_at is not null
                        returning *""").bind("id", id.value()).bind("who", who.value()));
    }

    /** Answers if she still has it and is to be reminded now for the first time. */
    Mono<Appointment> noteReminder(AppointmentId id, InterpreterId who, Reminder reminder) {
        return one(database.sql(
                        switch (reminder) {
                            case DAY_BEFORE -> """
                        update appointment set day_reminded_at = :now
                        where id = :id and status = 'confirmed' and interpreter_id = :who and starts_at > :now
                          and day_reminded_at is null
                        returning *""";
                            case SHORTLY_BEFORE -> """
                        update appointment set soon_reminded_at = :now
                        where id = :id and status = 'confirmed' and interpreter_id = :who and starts_at > :now
                          and soon_reminded_at is null
                        returning *""";
                        })
                .bind("now", clock.instant())
                .bind("id", id.value())
                .bind("who", who.value()));
    }

    /** The next of a series is asked for at once, if nobody was asked for it yet. */
    Mono<Appointment> bringForward(Appointment.Series after) {
        return one(database.sql("""
                        update appointment a set next_wave_at = :now
                        where a.series_id = :series and a.series_position = :next and a.status = 'asking'
                          and a.next_wave_at > :now
                          and not exists (select from appointment_invitation v where v.appointment_id = a.id)
                        returning *""")
                .bind("now", clock.instant())
                .bind("series", after.id())
                .bind("next", after.position() + 1));
    }

    private static Mono<Appointment> one(GenericExecuteSpec statement) {
        return statement.map(row -> appointment(row)).one();
    }
}
