package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;
import static de.dolmetscherhotline.platform.SqlValues.words;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.platform.PageQuery;
import io.r2dbc.spi.Parameter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The members of the pools as a list that can be searched and sorted. */
@Repository
public class Roll {

    private static final String WANTED = """
            where (:district::uuid is null or i.district_id = :district)
              and (:status::text is null or i.status = :status)
              and (:role::text is null or i.roles @> array[:role::text])
              and (:municipality::text is null or lower(i.municipality) = lower(:municipality))
              and (:name::text is null or position(lower(:name) in lower(i.name)) > 0)
              and ((:tag::text is null and cardinality(:levels::text[]) = 0)
                   or exists (select 1 from interpreter_language l
                              where l.interpreter_id = i.id and (:tag::text is null or l.tag = :tag)
                                and (cardinality(:levels::text[]) = 0 or l.level = any (:levels))))
              and (:subject::text is null
                   or exists (select 1 from interpreter_subject s where s.interpreter_id = i.id and s.subject = :subject))
              and (:availableNow::boolean is null
                   or :availableNow = (i.status = 'active' and i.duty = 'on_duty' and i.reserved_for is null
                                       and i.id <> all(:quiet::uuid[])))
              and (:expiring::int is null
                   or exists (select 1 from obligation o
                              where o.interpreter_id = i.id
                                and o.valid_until <= (:now::timestamptz at time zone d.time_zone)::date + :expiring::int))
              and (:notCalled::int is null or i.last_asked_at is null
                   or i.last_asked_at <= :now::timestamptz - make_interval(days => :notCalled::int))
              and (:notPairedWith::uuid is null
                   or exists (select from do_not_pair p
                              where p.interpreter_id = i.id and p.organisation_id = :notPairedWith))
            """;

    private final DatabaseClient database;
    private final InterpreterRows rows;
    private final QuietMembers quiet;
    private final Clock clock;

    Roll(DatabaseClient database, InterpreterRows rows, QuietMembers quiet, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.quiet = quiet;
        this.clock = clock;
    }

    public Flux<Interpreter> page(InterpreterFilter filter, PageQuery page) {
        var sorted = InterpreterRows.SELECT + WANTED + "order by " + order(filter) + " limit :limit offset :offset";
        return quiet(filter)
                .flatMapMany(quiet -> bound(database.sql(sorted), filter, quiet)
                        .bind("limit", page.limit())
                        .bind("offset", page.offset())
                        .map(rows::interpreter)
                        .all());
    }

    /** All whom a filter finds, in no order. */
    public Flux<InterpreterId> ids(InterpreterFilter filter) {
        var ids = "select i.id from interpreter i join district d on d.id = i.district_id " + WANTED;
        return quiet(filter)
                .flatMapMany(quiet -> bound(database.sql(ids), filter, quiet)
                        .mapValue(UUID.class)
                        .all())
                .map(InterpreterId::new);
    }

    public Mono<Long> count(InterpreterFilter filter) {
        var count = "select count(*) from interpreter i join district d on d.id = i.district_id " + WANTED;
        return quiet(filter)
                .flatMap(quiet -> bound(database.sql(count), filter, quiet)
                        .mapValue(Long.class)
                        .one());
    }

    /** Who is on duty but wants quiet; nobody if it does not matter. */
    private Mono<UUID[]> quiet(InterpreterFilter filter) {
        return filter.availableNow() == null
                ? Mono.just(new UUID[0])
                : quiet.onDuty(filter.districtId(), clock.instant());
    }

    /** A member by name. */
    public record Named(InterpreterId id, String name) {}

    /** Those of a district's pool who have not left, by name. */
    public Flux<Named> names(DistrictId district) {
        return database.sql("""
                        select id, name from interpreter where district_id = :district and status <> 'left'
                        order by lower(name), id""")
                .bind("district", district.value())
                .map(row -> new Named(new InterpreterId(row.get("id", UUID.class)), row.get("name", String.class)))
                .all();
    }

    /** Where members of a district's pool live, by name. */
    public Flux<String> municipalities(DistrictId district) {
        return database.sql("""
                        select min(municipality) from interpreter where district_id = :district and municipality is not null
                        group by lower(municipality) order by lower(municipality)""")
                .bind("district", district.value())
                .mapValue(String.class)
                .all();
    }

    /** What members of a district's pool interpret, by tag. */
    public Flux<Language> languages(DistrictId district) {
        return database.sql("""
                        select distinct l.tag::text as tag from interpreter_language l
                        join interpreter i on i.id = l.interpreter_id where i.district_id = :district order by tag""")
                .bind("district", district.value())
                .map(row -> new Language(row.get("tag", String.class)))
                .all();
    }

    /** Whoever is alike in that stands in the order of entry. Who was never asked was asked longest ago. */
    private static String order(InterpreterFilter filter) {
        var sort = filter.sort() == null ? "createdAt" : filter.sort();
        var direction = "desc".equals(filter.order()) ? " desc nulls last" : " asc nulls first";
        return switch (sort) {
            case "name" -> "lower(i.name)" + direction + ", i.created_at, i.id";
            case "lastAskedAt" -> "i.last_asked_at" + direction + ", i.created_at, i.id";
            case "municipality" -> "lower(i.municipality)" + direction + ", lower(i.name), i.id";
            case "status" -> "i.status" + direction + ", lower(i.name), i.id";
            default -> "i.created_at" + direction + ", i.id";
        };
    }

    private GenericExecuteSpec bound(GenericExecuteSpec statement, InterpreterFilter filter, UUID[] quiet) {
        return statement
                .bind("district", nullable(filter.districtId(), UUID.class))
                .bind("status", wordOrNull(filter.status()))
                .bind("role", wordOrNull(filter.role()))
                .bind("subject", wordOrNull(filter.subject()))
                .bind("municipality", nullable(filter.municipality(), String.class))
                .bind("name", nullable(filter.name(), String.class))
                .bind("tag", nullable(filter.language(), String.class))
                .bind("levels", words(levelsFrom(filter.level())))
                .bind("availableNow", nullable(filter.availableNow(), Boolean.class))
                .bind("quiet", quiet)
                .bind("expiring", nullable(filter.obligationExpiringWithinDays(), Integer.class))
                .bind("notCalled", nullable(filter.notCalledForDays(), Integer.class))
                .bind("notPairedWith", nullable(filter.notPairedWith(), UUID.class))
                .bind("now", clock.instant());
    }

    private static Parameter wordOrNull(@Nullable Enum<?> constant) {
        return nullable(constant == null ? null : word(constant), String.class);
    }

    private static List<LanguageLevel> levelsFrom(@Nullable LanguageLevel least) {
        return least == null
                ? List.of()
                : Arrays.stream(LanguageLevel.values())
                        .filter(level -> level.compareTo(least) >= 0)
                        .toList();
    }
}
