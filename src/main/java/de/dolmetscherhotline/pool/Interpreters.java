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
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Sealed;
import de.dolmetscherhotline.privacy.Vault;
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
import java.util.stream.Stream;
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
                   (select n.number_cipher from interpreter_number n
                    where n.interpreter_id = i.id and n.field = 'calls') as calls_cipher,
                   (select n.number_cipher from interpreter_number n
                    where n.interpreter_id = i.id and n.field = 'texts') as texts_cipher,
                   (select o.since from text_opt_out o
                    join texted_number t on t.interpreter_id = i.id and t.number_index = o.number_index
                    where o.district_id = i.district_id) as texts_stopped_at
            from interpreter i
            """;

    /** The numbers that this statement gives her, sealed; to be joined with her row. */
    private static final String NUMBERS = """
            (values ('calls', :callsCipher::text, :callsIndexes::text[]),
                    ('texts', :textsCipher::text, :textsIndexes::text[])) as n (field, cipher, indexes)
            """;

    private final DatabaseClient database;
    private final Vault vault;

    Interpreters(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    public Mono<Interpreter> byId(InterpreterId id) {
        return database.sql(COLUMNS + "where i.id = :id")
                .bind("id", id.value())
                .map(this::interpreter)
                .one();
    }

    /** Those members of a district's pool who have one of these numbers, for calls or texts, in no particular order. */
    public Flux<Interpreter> byPhoneNumbers(DistrictId district, Collection<PhoneNumber> numbers) {
        return database.sql(COLUMNS + """
                                where i.id in (select n.interpreter_id from interpreter_number n
                                               where n.district_id = :district and n.number_index = any(:indexes))
                                """)
                .bind("district", district.value())
                .bind("indexes", indexes(numbers))
                .map(this::interpreter)
                .all();
    }

    private String[] indexes(Collection<PhoneNumber> numbers) {
        return numbers.stream()
                .flatMap(number -> Stream.of(vault.indexes(Field.CALLS, number)))
                .toArray(String[]::new);
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
                .map(this::interpreter)
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
                                    insert into interpreter (id, district_id, name, gender, date_of_birth,
                                                             municipality, roles, subjects, secrecy_declared_on, status,
                                                             emergency_opt_in, callout_opt_in, activated_on)
                                    values (:id, :district, :name, :gender, :dateOfBirth, :municipality,
                                            :roles, :subjects, :secrecyDeclaredOn, :status,
                                            :emergencyOptIn, :calloutOptIn,
                                            case when :status = 'active' then :today end)
                                    returning id, district_id),
                                reachable as (
                                    insert into interpreter_number (interpreter_id, district_id, field,
                                                                    number_cipher, number_index)
                                    select added.id, added.district_id, n.field, n.cipher, index_in_force(n.indexes)
                                    from added, %s where n.cipher is not null)
                                insert into interpreter_language (interpreter_id, tag, level)
                                select added.id, l.tag, l.level
                                from added, unnest(:tags::text[], :levels::text[]) as l (tag, level)
                                """.formatted(NUMBERS)), id, profile, today).then();
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
                                    on conflict (interpreter_id, tag) do update set level = excluded.level),
                                without_text_number as (
                                    delete from interpreter_number
                                    where interpreter_id = :id and field = 'texts' and :textsCipher::text is null),
                                reachable as (
                                    insert into interpreter_number (interpreter_id, district_id, field,
                                                                    number_cipher, number_index)
                                    select i.id, :district, n.field, n.cipher, index_in_force(n.indexes)
                                    from interpreter i, %s where i.id = :id and n.cipher is not null
                                    on conflict (interpreter_id, field) do update
                                    set district_id = excluded.district_id, number_cipher = excluded.number_cipher,
                                        number_index = excluded.number_index)
                                update interpreter
                                set district_id = :district, name = :name,
                                    gender = :gender, date_of_birth = :dateOfBirth, municipality = :municipality,
                                    roles = :roles, subjects = :subjects, secrecy_declared_on = :secrecyDeclaredOn,
                                    status = :status, emergency_opt_in = :emergencyOptIn,
                                    callout_opt_in = :calloutOptIn,
                                    number_failed_at = case when exists (
                                        select from interpreter_number
                                        where interpreter_id = :id and field = 'calls'
                                          and number_index = any(:callsIndexes::text[])) then number_failed_at end,
                                    activated_on = case when :status = 'active' and status <> 'active' then :today
                                                        else activated_on end
                                where id = :id
                                """.formatted(NUMBERS)), id, profile, today)
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

    private GenericExecuteSpec bound(
            GenericExecuteSpec statement, InterpreterId id, InterpreterProfile profile, LocalDate today) {
        Gender gender = profile.gender();
        return withNumbers(statement, id, profile)
                .bind("id", id.value())
                .bind("district", profile.districtId().value())
                .bind("name", profile.name())
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

    private GenericExecuteSpec withNumbers(GenericExecuteSpec statement, InterpreterId id, InterpreterProfile profile) {
        Sealed calls = vault.seal(Field.CALLS, id.value(), profile.phoneNumber());
        PhoneNumber textNumber = profile.textNumber();
        Sealed texts = textNumber == null ? null : vault.seal(Field.TEXTS, id.value(), textNumber);
        return statement
                .bind("callsCipher", calls.cipher())
                .bind("callsIndexes", calls.candidates())
                .bind("textsCipher", nullable(texts == null ? null : texts.cipher(), String.class))
                .bind("textsIndexes", nullable(texts == null ? null : texts.candidates(), String[].class));
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

    private Interpreter interpreter(Readable row) {
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

    private InterpreterProfile profile(Readable row) {
        UUID id = row.get("id", UUID.class);
        String gender = row.get("gender", String.class);
        String textNumber = row.get("texts_cipher", String.class);
        return new InterpreterProfile(
                new DistrictId(row.get("district_id", UUID.class)),
                row.get("name", String.class),
                vault.number(Field.CALLS, id, row.get("calls_cipher", String.class)),
                textNumber == null ? null : vault.number(Field.TEXTS, id, textNumber),
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
