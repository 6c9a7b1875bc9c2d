package de.dolmetscherhotline.recruiting;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Sealed;
import de.dolmetscherhotline.privacy.Vault;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The rows of applications, from the form to the decision. */
@Repository
class Applications {

    private final DatabaseClient database;
    private final Vault vault;
    private final JsonMapper json;

    Applications(DatabaseClient database, Vault vault, JsonMapper json) {
        this.database = database;
        this.vault = vault;
        this.json = json;
    }

    /**
     * An application as it is sent.
     *
     * @param key of the form
     * @param language in which the person is texted
     * @param notice hash of the notice that was agreed to
     */
    record Sent(
            UUID key,
            DistrictId district,
            Language language,
            PhoneNumber number,
            Details details,
            @Nullable String message,
            String notice) {}

    /**
     * An application whose number is not confirmed yet.
     *
     * @param codeHash null if no code fits
     * @param codeSentAt null if none was sent yet
     * @param interpreter who she has become; null = not confirmed, and only then is there a number
     */
    record Pending(
            UUID id,
            DistrictId district,
            Language language,
            @Nullable PhoneNumber number,
            @Nullable Details details,
            @Nullable String codeHash,
            @Nullable Instant codeSentAt,
            int codeTries,
            @Nullable InterpreterId interpreter) {}

    /** Adds an application unless its form was sent before. */
    Mono<Boolean> add(UUID id, Sent sent, Instant now) {
        return bound(database.sql("""
                        insert into application (id, district_id, form_key, language, details, number_cipher, number_index,
                                                 message, consented_at, notice, created_at)
                        values (:id, :district, :key, :language, :details, :cipher, index_in_force(:indexes),
                                :message, :now, :notice, :now)
                        on conflict (form_key) do nothing"""), id, sent, now)
                .bind("key", sent.key())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Replaces what was filled in, as long as it is not confirmed. */
    Mono<Void> replace(UUID id, Sent sent, Instant now) {
        return bound(database.sql("""
                        update application
                        set district_id = :district, language = :language, details = :details, number_cipher = :cipher,
                            number_index = index_in_force(:indexes), message = :message, consented_at = :now,
                            notice = :notice
                        where id = :id and confirmed_at is null"""), id, sent, now).then();
    }

    private DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec statement, UUID id, Sent sent, Instant now) {
        Sealed number = vault.seal(Field.APPLICANT, id, sent.number());
        return statement
                .bind("id", id)
                .bind("district", sent.district().value())
                .bind("language", sent.language().tag())
                .bind("details", Json.of(json.writeValueAsBytes(sent.details())))
                .bind("cipher", number.cipher())
                .bind("indexes", number.candidates())
                .bind("message", nullable(sent.message(), String.class))
                .bind("now", now)
                .bind("notice", sent.notice());
    }

    /** The application of this form; nobody else changes it until the transaction is over. */
    Mono<Pending> lockByForm(UUID key) {
        return database.sql("select * from application where form_key = :key for update")
                .bind("key", key)
                .map(this::pending)
                .one();
    }

    /** The same by its id. */
    Mono<Pending> lock(UUID id) {
        return database.sql("select * from application where id = :id for update")
                .bind("id", id)
                .map(this::pending)
                .one();
    }

    private Pending pending(Readable row) {
        var id = row.get("id", UUID.class);
        String cipher = row.get("number_cipher", String.class);
        Json details = row.get("details", Json.class);
        return new Pending(
                id,
                new DistrictId(row.get("district_id", UUID.class)),
                new Language(row.get("language", String.class)),
                cipher == null ? null : vault.number(Field.APPLICANT, id, cipher),
                details == null ? null : json.readValue(details.asArray(), Details.class),
                row.get("code_hash", String.class),
                row.get("code_sent_at", Instant.class),
                row.get("code_tries", Integer.class),
                Optional.ofNullable(row.get("interpreter_id", UUID.class))
                        .map(InterpreterId::new)
                        .orElse(null));
    }

    /** A new code counts from now on; null = none fits. */
    Mono<Void> setCode(UUID id, @Nullable String hash, Instant now) {
        return database.sql(
                        "update application set code_hash = :hash, code_sent_at = :now, code_tries = 0 where id = :id")
                .bind("hash", nullable(hash, String.class))
                .bind("now", now)
                .bind("id", id)
                .then();
    }

    Mono<Void> countTry(UUID id) {
        return database.sql("update application set code_tries = code_tries + 1 where id = :id")
                .bind("id", id)
                .then();
    }

    /** The number is hers: what she filled in is in the pool now. */
    Mono<Void> confirm(UUID id, InterpreterId interpreter, Instant now) {
        return database.sql("""
                        update application
                        set interpreter_id = :interpreter, confirmed_at = :now, details = null, number_cipher = null,
                            number_index = null, code_hash = null
                        where id = :id""")
                .bind("interpreter", interpreter.value())
                .bind("now", now)
                .bind("id", id)
                .then();
    }

    /** Deletes applications that were not confirmed since then. */
    Mono<Long> forgetUnconfirmed(Instant since) {
        return database.sql("delete from application where confirmed_at is null and created_at <= :since")
                .bind("since", since)
                .fetch()
                .rowsUpdated();
    }

    /** People who were refused before that, were never active, and of whom nobody has made anything else since then. */
    Flux<InterpreterId> refusedBefore(Instant time) {
        return database.sql("""
                        select a.interpreter_id from application a join interpreter i on i.id = a.interpreter_id
                        where a.decision = 'refused' and a.decided_at <= :time and i.status in ('applied', 'left')
                          and not exists (select from status_change s
                                          where s.interpreter_id = i.id
                                            and (s.at > a.decided_at or s.before in ('active', 'resting')))""").bind("time", time).mapValue(UUID.class).all().map(InterpreterId::new);
    }
}
