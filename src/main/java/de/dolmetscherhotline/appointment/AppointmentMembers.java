package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.availability.QuietHours;
import de.dolmetscherhotline.kernel.InterpreterId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What appointments need to know about members of the pool beyond what calls do. */
@Repository
class AppointmentMembers {

    /** How far back it counts how often somebody was asked. */
    private static final Duration LATELY = Duration.ofDays(90);

    private final DatabaseClient database;
    private final Clock clock;

    AppointmentMembers(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Somebody, with regard to one appointment.
     *
     * @param hasRole in which she must interpret
     * @param engaged confirmed for another appointment that overlaps
     * @param wantsTexts did not say STOP
     * @param asked in this round already, or refused or gave it back in any
     * @param quiet when she wants not to be disturbed on any day; null = no such hours
     */
    record Facts(
            InterpreterId id,
            @Nullable String municipality,
            boolean hasRole,
            boolean engaged,
            boolean wantsTexts,
            boolean asked,
            @Nullable QuietHours quiet,
            Familiarity familiarity,
            long timesAsked,
            @Nullable Instant lastAsked) {}

    Flux<Facts> facts(Appointment appointment, Collection<InterpreterId> members) {
        var wanted = appointment.wanted();
        var series = appointment.series();
        var role = wanted.role();
        return database.sql("""
                        select i.id, i.municipality, i.quiet_from, i.quiet_to,
                               (:role::text is null or :role = any(i.roles)) as has_role,
                               exists (select from appointment o
                                       where o.interpreter_id = i.id and o.status = 'confirmed' and o.id <> :appointment
                                         and o.starts_at < :ends and o.ends_at > :starts) as engaged,
                               exists (select from text_opt_out t join texted_number n on n.number_index = t.number_index
                                       where n.interpreter_id = i.id and t.district_id = i.district_id) as unwanted,
                               exists (select from appointment_invitation v
                                       where v.interpreter_id = i.id and v.appointment_id = :appointment
                                         and (v.round = :round or v.answer in ('no', 'withdrawn', 'replaced'))) as asked,
                               case when met.series then 'series' when met.file then 'case'
                                    when met.organisation then 'organisation' else 'none' end as familiarity,
                               invited.times, invited.last
                        from interpreter i
                        cross join lateral (
                            select bool_or(m.series_id = :series::uuid) as series,
                                   bool_or(m.organisation_id = :organisation and m.case_reference = :case::text) as file,
                                   bool_or(m.organisation_id = :organisation) as organisation
                            from appointment m
                            where m.interpreter_id = i.id and m.status in ('confirmed', 'held') and m.id <> :appointment) met
                        cross join lateral (
                            select count(*) filter (where v.invited_at > :lately) as times, max(v.invited_at) as last
                            from appointment_invitation v where v.interpreter_id = i.id) invited
                        where i.id = any(:members) and i.district_id = :district""")
                .bind("role", nullable(role == null ? null : word(role), String.class))
                .bind("appointment", appointment.id().value())
                .bind("district", appointment.district().value())
                .bind("starts", wanted.start())
                .bind("ends", wanted.end())
                .bind("round", appointment.round())
                .bind("series", nullable(series == null ? null : series.id(), UUID.class))
                .bind("organisation", appointment.organisation().value())
                .bind("case", nullable(wanted.caseReference(), String.class))
                .bind("lately", clock.instant().minus(LATELY))
                .bind("members", members.stream().map(InterpreterId::value).toArray(UUID[]::new))
                .map(AppointmentMembers::facts)
                .all();
    }

    private static Facts facts(Readable row) {
        return new Facts(
                new InterpreterId(row.get("id", UUID.class)),
                row.get("municipality", String.class),
                Boolean.TRUE.equals(row.get("has_role", Boolean.class)),
                Boolean.TRUE.equals(row.get("engaged", Boolean.class)),
                Boolean.FALSE.equals(row.get("unwanted", Boolean.class)),
                Boolean.TRUE.equals(row.get("asked", Boolean.class)),
                quiet(row),
                constant(Familiarity.class, row.get("familiarity", String.class)),
                row.get("times", Long.class),
                row.get("last", Instant.class));
    }

    private static @Nullable QuietHours quiet(Readable row) {
        return Optional.ofNullable(row.get("quiet_from", LocalTime.class))
                .flatMap(from -> Optional.ofNullable(row.get("quiet_to", LocalTime.class))
                        .map(to -> new QuietHours(from, to)))
                .orElse(null);
    }

    /** She does not answer twice at once; others may refer to her meanwhile. */
    Mono<Void> lock(InterpreterId who) {
        return database.sql("select id from interpreter where id = :who for no key update")
                .bind("who", who.value())
                .then();
    }
}
