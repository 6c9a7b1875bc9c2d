package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;
import static de.dolmetscherhotline.platform.SqlValues.words;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The members of all pools. A telephone number names one member of a district's pool. */
@Repository
public class Interpreters {

    private static final String COLUMNS = """
            select i.*,
                   array(select l.tag::text from interpreter_language l
                         where l.interpreter_id = i.id order by l.tag) as tags,
                   array(select l.level from interpreter_language l
                         where l.interpreter_id = i.id order by l.tag) as levels,
                   (select o.since from text_opt_out o
                    where o.district_id = i.district_id and o.number = i.phone_number) as texts_stopped_at
            from interpreter i
            """;

    private final DatabaseClient database;

    Interpreters(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Interpreter> byId(InterpreterId id) {
        return database.sql(COLUMNS + "where i.id = :id")
                .bind("id", id.value())
                .map(Interpreters::interpreter)
                .one();
    }

    /** Those members of a district's pool who have one of these numbers, in no particular order. */
    public Flux<Interpreter> byPhoneNumbers(DistrictId district, Collection<PhoneNumber> numbers) {
        return database.sql(COLUMNS + "where i.district_id = :district and i.phone_number = any(:numbers)")
                .bind("district", district.value())
                .bind("numbers", numbers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .map(Interpreters::interpreter)
                .all();
    }

    /** Oldest first; of one district, or of all if it is null. */
    Flux<Interpreter> page(@Nullable DistrictId district, int limit, long offset) {
        return database.sql(COLUMNS + """
                                where :district::uuid is null or i.district_id = :district
                                order by i.created_at, i.id limit :limit offset :offset
                                """)
                .bind("district", nullable(uuid(district), UUID.class))
                .bind("limit", limit)
                .bind("offset", offset)
                .map(Interpreters::interpreter)
                .all();
    }

    Mono<Long> count(@Nullable DistrictId district) {
        return database.sql("select count(*) from interpreter where :district::uuid is null or district_id = :district")
                .bind("district", nullable(uuid(district), UUID.class))
                .mapValue(Long.class)
                .one();
    }

    /**
     * Adds a member.
     *
     * @param today the day in the district; the day of activation if the status is active
     * @return empty; fails with a DataIntegrityViolationException that names the violated constraint
     */
    public Mono<Void> add(InterpreterId id, InterpreterProfile profile, LocalDate today) {
        return bound(database.sql("""
                                with added as (
                                    insert into interpreter (id, district_id, name, phone_number, gender, date_of_birth,
                                                             municipality, roles, subjects, secrecy_declared_on, status,
                                                             emergency_opt_in, callout_opt_in, activated_on)
                                    values (:id, :district, :name, :phoneNumber, :gender, :dateOfBirth, :municipality,
                                            :roles, :subjects, :secrecyDeclaredOn, :status,
                                            :emergencyOptIn, :calloutOptIn,
                                            case when :status = 'active' then :today end)
                                    returning id)
                                insert into interpreter_language (interpreter_id, tag, level)
                                select added.id, l.tag, l.level
                                from added, unnest(:tags::text[], :levels::text[]) as l (tag, level)
                                """), id, profile, today).then();
    }

    /**
     * Replaces what is recorded, but not what the member said about being available. Of a new number it is not yet known
     * whether it can be reached.
     *
     * @param today the day in the district; the day of activation if the status becomes active
     * @return false if there is no such member
     */
    Mono<Boolean> replace(InterpreterId id, InterpreterProfile profile, LocalDate today) {
        return bound(database.sql("""
                                with dropped as (
                                    delete from interpreter_language
                                    where interpreter_id = :id and tag <> all (:tags::text[])),
                                spoken as (
                                    insert into interpreter_language (interpreter_id, tag, level)
                                    select i.id, l.tag, l.level
                                    from interpreter i, unnest(:tags::text[], :levels::text[]) as l (tag, level)
                                    where i.id = :id
                                    on conflict (interpreter_id, tag) do update set level = excluded.level)
                                update interpreter
                                set district_id = :district, name = :name, phone_number = :phoneNumber,
                                    gender = :gender, date_of_birth = :dateOfBirth, municipality = :municipality,
                                    roles = :roles, subjects = :subjects, secrecy_declared_on = :secrecyDeclaredOn,
                                    status = :status, emergency_opt_in = :emergencyOptIn,
                                    callout_opt_in = :calloutOptIn,
                                    number_failed_at = case when phone_number = :phoneNumber then number_failed_at end,
                                    activated_on = case when :status = 'active' and status <> 'active' then :today
                                                        else activated_on end
                                where id = :id
                                """), id, profile, today)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /**
     * Records what a member says about being available, which ends a pause and begins the count of unanswered offers anew.
     *
     * @param until until when it holds; null = until further notice
     * @return false if there is no such member
     */
    public Mono<Boolean> setAvailability(InterpreterId id, boolean available, @Nullable Instant until) {
        return database.sql("""
                        update interpreter
                        set available = :available, available_until = :until, paused_at = null, unanswered_in_a_row = 0
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("available", available)
                .bind("until", nullable(until, Instant.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** False if there is no such member, or if a call has taken her just now. */
    Mono<Boolean> remove(InterpreterId id) {
        return database.sql("delete from interpreter where id = :id and reserved_for is null")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static GenericExecuteSpec bound(
            GenericExecuteSpec statement, InterpreterId id, InterpreterProfile profile, LocalDate today) {
        Gender gender = profile.gender();
        return statement
                .bind("id", id.value())
                .bind("district", profile.districtId().value())
                .bind("name", profile.name())
                .bind("phoneNumber", profile.phoneNumber().e164())
                .bind("gender", nullable(gender == null ? null : word(gender), String.class))
                .bind("dateOfBirth", nullable(profile.dateOfBirth(), LocalDate.class))
                .bind("municipality", nullable(profile.municipality(), String.class))
                .bind("roles", words(profile.roles()))
                .bind("subjects", words(profile.subjects()))
                .bind("secrecyDeclaredOn", nullable(profile.secrecyDeclaredOn(), LocalDate.class))
                .bind("status", word(profile.status()))
                .bind("emergencyOptIn", profile.emergencyOptIn())
                .bind("calloutOptIn", profile.calloutOptIn())
                .bind("today", today)
                .bind("tags", tags(profile.languages()))
                .bind("levels", levels(profile.languages()));
    }

    private static String[] tags(List<LanguageSkill> skills) {
        return skills.stream().map(skill -> skill.language().tag()).toArray(String[]::new);
    }

    private static String[] levels(List<LanguageSkill> skills) {
        return skills.stream().map(skill -> word(skill.level())).toArray(String[]::new);
    }

    private static @Nullable UUID uuid(@Nullable DistrictId district) {
        return district == null ? null : district.value();
    }

    private static Interpreter interpreter(Readable row) {
        return new Interpreter(
                new InterpreterId(row.get("id", UUID.class)),
                profile(row),
                row.get("activated_on", LocalDate.class),
                row.get("available", Boolean.class),
                row.get("available_until", Instant.class),
                row.get("paused_at", Instant.class),
                row.get("number_failed_at", Instant.class),
                row.get("texts_stopped_at", Instant.class));
    }

    private static InterpreterProfile profile(Readable row) {
        String gender = row.get("gender", String.class);
        return new InterpreterProfile(
                new DistrictId(row.get("district_id", UUID.class)),
                row.get("name", String.class),
                new PhoneNumber(row.get("phone_number", String.class)),
                gender == null ? null : constant(Gender.class, gender),
                row.get("date_of_birth", LocalDate.class),
                row.get("municipality", String.class),
                constants(Role.class, row, "roles"),
                skills(row),
                constants(Subject.class, row, "subjects"),
                row.get("secrecy_declared_on", LocalDate.class),
                constant(Status.class, row.get("status", String.class)),
                row.get("emergency_opt_in", Boolean.class),
                row.get("callout_opt_in", Boolean.class));
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, Readable row, String column) {
        return Arrays.stream(row.get(column, String[].class))
                .map(word -> constant(type, word))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<LanguageSkill> skills(Readable row) {
        String[] tags = row.get("tags", String[].class);
        String[] levels = row.get("levels", String[].class);
        return IntStream.range(0, tags.length)
                .mapToObj(i -> new LanguageSkill(new Language(tags[i]), constant(LanguageLevel.class, levels[i])))
                .toList();
    }
}
