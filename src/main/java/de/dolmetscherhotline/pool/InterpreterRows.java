package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;
import static de.dolmetscherhotline.platform.SqlValues.words;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Sealed;
import de.dolmetscherhotline.privacy.Vault;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a member lies in the database: one row, and rows for each of her languages, subjects, obligations and exclusions. */
@Component
class InterpreterRows {

    /** To be followed by conditions on the interpreter i and the district d. Lists are read and written as JSON. */
    static final String SELECT = """
            select i.*, d.time_zone, said.available, said.available_until,
                   (select coalesce(jsonb_agg(jsonb_build_object('language', l.tag, 'level', l.level,
                                                                 'direction', l.direction, 'dialects', l.dialects)
                                              order by l.tag), '[]')
                    from interpreter_language l where l.interpreter_id = i.id) as languages,
                   (select coalesce(jsonb_agg(jsonb_build_object('subject', s.subject, 'since', s.since,
                                                                 'qualification', s.qualification)
                                              order by s.subject), '[]')
                    from interpreter_subject s where s.interpreter_id = i.id) as subjects,
                   (select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'issuedOn', o.issued_on, 'note', o.note,
                                                                 'validUntil', o.valid_until)
                                              order by o.kind), '[]')
                    from obligation o where o.interpreter_id = i.id) as obligations,
                   (select coalesce(jsonb_agg(jsonb_build_object('organisation', p.organisation_id, 'reason', p.reason)
                                              order by p.organisation_id), '[]')
                    from do_not_pair p where p.interpreter_id = i.id) as do_not_pair,
                   (select n.number_cipher from interpreter_number n
                    where n.interpreter_id = i.id and n.field = 'calls') as calls_cipher,
                   (select n.number_cipher from interpreter_number n
                    where n.interpreter_id = i.id and n.field = 'texts') as texts_cipher,
                   (select o.since from text_opt_out o
                    join texted_number t on t.interpreter_id = i.id and t.number_index = o.number_index
                    where o.district_id = i.district_id) as texts_stopped_at
            from interpreter i join district d on d.id = i.district_id
            left join lateral (select w.available, w.holds_until as available_until from availability_word w
                               where w.interpreter_id = i.id order by w.seq desc limit 1) said on true
            """;

    /**
     * Makes the rows of the numbers and of the lists what the profile says.
     *
     * @param me a statement that returns the id of the member, or nothing if nothing is to be done
     */
    static String withParts(String me) {
        return """
                with me as (%s),
                numbers (field, cipher, indexes) as (
                    values ('calls', :callsCipher::text, :callsIndexes::text[]),
                           ('texts', :textsCipher::text, :textsIndexes::text[])),
                languages as (
                    select * from jsonb_to_recordset(:languages)
                        as l (language text, level text, direction text, dialects text)),
                subjects as (
                    select * from jsonb_to_recordset(:subjects) as s (subject text, qualification text, since date)),
                obligations as (
                    select * from jsonb_to_recordset(:obligations)
                        as o (kind text, "issuedOn" date, "validUntil" date, note text)),
                apart as (
                    select * from jsonb_to_recordset(:doNotPair) as p (organisation uuid, reason text)),
                no_number as (
                    delete from interpreter_number n using me
                    where n.interpreter_id = me.id and n.field = 'texts' and :textsCipher::text is null),
                no_language as (
                    delete from interpreter_language l using me
                    where l.interpreter_id = me.id and l.tag not in (select language from languages)),
                no_subject as (
                    delete from interpreter_subject s using me
                    where s.interpreter_id = me.id and s.subject not in (select subject from subjects)),
                no_obligation as (
                    delete from obligation o using me
                    where o.interpreter_id = me.id and o.kind not in (select kind from obligations)),
                not_apart as (
                    delete from do_not_pair p using me
                    where p.interpreter_id = me.id and p.organisation_id not in (select organisation from apart)),
                kept_number as (
                    insert into interpreter_number (interpreter_id, district_id, field, number_cipher, number_index)
                    select me.id, :district, n.field, n.cipher, index_in_force(n.indexes)
                    from me, numbers n where n.cipher is not null
                    on conflict (interpreter_id, field)
                    do update set district_id = excluded.district_id, number_cipher = excluded.number_cipher,
                                  number_index = excluded.number_index),
                kept_language as (
                    insert into interpreter_language (interpreter_id, tag, level, direction, dialects)
                    select me.id, l.language, l.level, l.direction, l.dialects from me, languages l
                    on conflict (interpreter_id, tag)
                    do update set level = excluded.level, direction = excluded.direction, dialects = excluded.dialects),
                kept_subject as (
                    insert into interpreter_subject (interpreter_id, subject, qualification, since)
                    select me.id, s.subject, s.qualification, s.since from me, subjects s
                    on conflict (interpreter_id, subject)
                    do update set qualification = excluded.qualification, since = excluded.since),
                kept_obligation as (
                    insert into obligation (interpreter_id, kind, issued_on, valid_until, note)
                    select me.id, o.kind, o."issuedOn", o."validUntil", o.note from me, obligations o
                    on conflict (interpreter_id, kind)
                    do update set issued_on = excluded.issued_on, valid_until = excluded.valid_until,
                                  note = excluded.note),
                kept_apart as (
                    insert into do_not_pair (interpreter_id, organisation_id, reason)
                    select me.id, p.organisation, p.reason from me, apart p
                    on conflict (interpreter_id, organisation_id) do update set reason = excluded.reason)
                select count(*) from me
                """.formatted(me);
    }

    private final JsonMapper json;
    private final Vault vault;
    private final ObligationSettings obligationSettings;

    InterpreterRows(JsonMapper json, Vault vault, ObligationSettings obligationSettings) {
        this.json = json;
        this.vault = vault;
        this.obligationSettings = obligationSettings;
    }

    /** Binds all that a statement made of {@link #withParts} takes from a profile. */
    GenericExecuteSpec bound(GenericExecuteSpec statement, InterpreterId id, InterpreterProfile profile) {
        Gender gender = profile.gender();
        return withNumbers(statement, id, profile)
                .bind("id", id.value())
                .bind("district", profile.districtId().value())
                .bind("name", profile.name())
                .bind("gender", nullable(gender == null ? null : word(gender), String.class))
                .bind("dateOfBirth", nullable(profile.dateOfBirth(), LocalDate.class))
                .bind("municipality", nullable(profile.municipality(), String.class))
                .bind("roles", words(profile.roles()))
                .bind("notes", nullable(profile.notes(), String.class))
                .bind("status", word(profile.status()))
                .bind("emergencyOptIn", profile.emergencyOptIn())
                .bind("calloutOptIn", profile.calloutOptIn())
                .bind("languages", list(profile.languages()))
                .bind("subjects", list(profile.subjects()))
                .bind("obligations", list(withTheirEnds(profile.obligations())))
                .bind("doNotPair", list(profile.doNotPair()));
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

    /** Under which of the hashes somebody with one of these numbers may be found. */
    String[] indexes(Collection<PhoneNumber> numbers) {
        return numbers.stream()
                .flatMap(number -> Stream.of(vault.indexes(Field.CALLS, number)))
                .toArray(String[]::new);
    }

    private List<Obligation> withTheirEnds(List<Obligation> obligations) {
        return obligations.stream().map(obligationSettings::withItsEnd).toList();
    }

    private Json list(List<?> values) {
        return Json.of(json.writeValueAsString(values));
    }

    Interpreter interpreter(Readable row) {
        return new Interpreter(
                new InterpreterId(row.get("id", UUID.class)),
                profile(row),
                row.get("version", Long.class),
                ZoneId.of(row.get("time_zone", String.class)),
                row.get("created_at", Instant.class),
                row.get("activated_on", LocalDate.class),
                constant(Duty.class, row.get("duty", String.class)),
                row.get("duty_until", Instant.class),
                row.get("available", Boolean.class),
                row.get("available_until", Instant.class),
                row.get("paused_at", Instant.class),
                row.get("number_failed_at", Instant.class),
                row.get("texts_stopped_at", Instant.class),
                row.get("last_asked_at", Instant.class));
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
                roles(row),
                list(row, "languages", LanguageSkill.class),
                list(row, "subjects", SubjectSkill.class),
                list(row, "obligations", Obligation.class),
                list(row, "do_not_pair", DoNotPair.class),
                row.get("notes", String.class),
                constant(Status.class, row.get("status", String.class)),
                row.get("emergency_opt_in", Boolean.class),
                row.get("callout_opt_in", Boolean.class));
    }

    private static Set<Role> roles(Readable row) {
        return Arrays.stream(row.get("roles", String[].class))
                .map(role -> constant(Role.class, role))
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> List<T> list(Readable row, String column, Class<T> type) {
        return json.readerForListOf(type).readValue(row.get(column, String.class));
    }
}
