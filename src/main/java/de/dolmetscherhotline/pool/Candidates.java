package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.texts;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Standing;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.Duty;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.RowsFetchSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The facts about everybody in the pool of a district who speaks a language, as the matching policy wants them. */
@Repository
public class Candidates {

    /** More than any district has for one language; those on duty come first, of these who was asked longest ago. */
    private static final int MOST = 500;

    /** Of her languages the one that serves best: both ways before one way, then as high on the ladder as can be. */
    private static final String FACTS = """
            select i.*, spoken.tag, spoken.level, spoken.both_ways, d.time_zone,
                   said.said_available, said.said_from, said.said_until,
                   coalesce(i.duty_until <= :now, false) as stale,
                   case when i.calls_per_day is null then 0
                        else (select count(distinct o.call_id) from offer o
                              where o.interpreter_id = i.id and o.fate = 'accepted'
                                and o.decided_at >= date_trunc('day', :now::timestamptz, d.time_zone))
                   end::int as calls_today,
                   i.date_of_birth <= today.day - interval '18 years' as adult,
                   array(select s.subject from interpreter_subject s where s.interpreter_id = i.id) as subjects,
                   array(select o.kind from obligation o
                         where o.interpreter_id = i.id and o.issued_on <= today.day) as on_record,
                   array(select o.kind from obligation o
                         where o.interpreter_id = i.id and o.valid_until < today.day) as run_out,
                   exists (select 1 from do_not_pair p
                           where p.interpreter_id = i.id and p.organisation_id = :organisation) as do_not_pair
            from interpreter i
            join district d on d.id = i.district_id
            cross join lateral (select (:now::timestamptz at time zone d.time_zone)::date as day) today
            left join lateral (select l.tag::text, l.level, l.direction = 'both' as both_ways from interpreter_language l
                               where l.interpreter_id = i.id and l.tag::text = any(:ladder)
                               order by l.direction = 'both' desc, array_position(:ladder, l.tag::text)
                               limit 1) spoken on true
            """ + QuietMembers.SAID;

    private final DatabaseClient database;
    private final Availabilities availabilities;
    private final Clock clock;
    private final Set<ObligationKind> required;

    Candidates(DatabaseClient database, Availabilities availabilities, Clock clock, ObligationSettings obligations) {
        this.database = database;
        this.availabilities = availabilities;
        this.clock = clock;
        this.required = obligations.required();
    }

    /**
     * Everybody who speaks one of the languages, also those who cannot be asked now, so that the reason can be told.
     *
     * @param ladder the language that is needed, then those that may stand in for it
     * @param organisation who needs it; null if that is not known
     * @param askedBefore who was asked in this call already
     */
    public Flux<Candidate> speaking(
            List<Language> ladder,
            DistrictId district,
            @Nullable OrganisationId organisation,
            Set<InterpreterId> askedBefore) {
        return availabilities
                .refreshStale(district)
                .thenMany(Flux.defer(() -> found(clock.instant(), ladder, district, organisation, askedBefore)))
                .collectList()
                .flatMapMany(this::withPresentDuty);
    }

    /**
     * The same facts as they will be at an instant to come: who is adult, bound to secrecy and so on then. What only the
     * present knows, such as who is on duty, is that of the present.
     */
    public Flux<Candidate> speakingAt(
            Instant then, List<Language> ladder, DistrictId district, @Nullable OrganisationId organisation) {
        return found(then, ladder, district, organisation, Set.of()).map(Found::candidate);
    }

    private Flux<Found> found(
            Instant at,
            List<Language> ladder,
            DistrictId district,
            @Nullable OrganisationId organisation,
            Set<InterpreterId> askedBefore) {
        var statement =
                database.sql(FACTS + """
                        where i.id in (
                            select c.id from interpreter c
                            where c.district_id = :district
                              and c.id in (select interpreter_id from interpreter_language where tag = any(:ladder))
                            order by c.duty <> 'on_duty', c.last_asked_at nulls first, c.id
                            limit :most)
                        order by i.duty <> 'on_duty', i.last_asked_at nulls first, i.id""").bind("district", district.value()).bind("most", MOST);
        return candidates(statement, at, ladder, organisation, askedBefore).all();
    }

    private record Found(Candidate candidate, boolean stale) {}

    /** Also of those whose duty another transaction is just working out. */
    private Flux<Candidate> withPresentDuty(List<Found> found) {
        var stale = found.stream()
                .filter(Found::stale)
                .map(one -> one.candidate().id())
                .toList();
        return availabilities
                .standings(stale)
                .flatMapIterable(present -> found.stream()
                        .map(one -> withDuty(
                                one.candidate(), present.get(one.candidate().id())))
                        .toList());
    }

    private static Candidate withDuty(Candidate candidate, @Nullable Standing present) {
        return present == null ? candidate : candidate.withDuty(present.duty());
    }

    /** One member, whether or not she speaks any of the languages; empty if there is no such member. */
    Mono<Candidate> one(InterpreterId id, List<Language> ladder, @Nullable OrganisationId organisation) {
        var statement = database.sql(FACTS + "where i.id = :id").bind("id", id.value());
        return candidates(statement, clock.instant(), ladder, organisation, Set.of())
                .all()
                .collectList()
                .flatMapMany(this::withPresentDuty)
                .next();
    }

    /** One member as of an instant to come, as {@link #speakingAt} has her; empty if there is no such member. */
    public Mono<Candidate> oneAt(
            Instant then, InterpreterId id, List<Language> ladder, @Nullable OrganisationId organisation) {
        var statement = database.sql(FACTS + "where i.id = :id").bind("id", id.value());
        return candidates(statement, then, ladder, organisation, Set.of()).one().map(Found::candidate);
    }

    private RowsFetchSpec<Found> candidates(
            GenericExecuteSpec statement,
            Instant at,
            List<Language> ladder,
            @Nullable OrganisationId organisation,
            Set<InterpreterId> askedBefore) {
        return statement
                .bind("now", at)
                .bind("ladder", texts(ladder))
                .bind("organisation", nullable(organisation == null ? null : organisation.value(), UUID.class))
                .map(row ->
                        new Found(candidate(row, ladder.getFirst(), askedBefore, at), row.get("stale", Boolean.class)));
    }

    private Candidate candidate(Readable row, Language wanted, Set<InterpreterId> askedBefore, Instant now) {
        var id = new InterpreterId(row.get("id", UUID.class));
        var tag = row.get("tag", String.class);
        return new Candidate(
                id,
                "active".equals(row.get("status", String.class)),
                tag == null ? null : constant(LanguageLevel.class, row.get("level", String.class)),
                wanted.tag().equals(tag),
                Boolean.TRUE.equals(row.get("both_ways", Boolean.class)),
                constants(Subject.class, row, "subjects"),
                gender(row.get("gender", String.class)),
                constant(Duty.class, row.get("duty", String.class)),
                Boolean.TRUE.equals(row.get("adult", Boolean.class)),
                missing(row),
                constants(ObligationKind.class, row, "run_out"),
                Boolean.TRUE.equals(row.get("do_not_pair", Boolean.class)),
                QuietMembers.holds(row, now),
                row.get("emergency_opt_in", Boolean.class),
                row.get("calls_today", Integer.class),
                row.get("calls_per_day", Integer.class),
                row.get("reserved_for", UUID.class) != null,
                row.get("resting_until", Instant.class),
                askedBefore.contains(id),
                row.get("number_failed_at", Instant.class),
                row.get("times_asked", Integer.class),
                row.get("times_accepted", Integer.class),
                row.get("last_asked_at", Instant.class));
    }

    private Set<ObligationKind> missing(Readable row) {
        var onRecord = constants(ObligationKind.class, row, "on_record");
        return required.stream().filter(kind -> !onRecord.contains(kind)).collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, Readable row, String column) {
        return Arrays.stream(row.get(column, String[].class))
                .map(word -> constant(type, word))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Gender gender(@Nullable String stated) {
        return stated == null ? null : constant(Gender.class, stated);
    }
}
