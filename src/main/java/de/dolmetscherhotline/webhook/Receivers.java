package de.dolmetscherhotline.webhook;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Organisations' own systems, and how it goes with them. What is noted of one that was set anew meanwhile is lost. */
@Repository
class Receivers {

    private final DatabaseClient database;
    private final Vault vault;

    Receivers(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    Mono<Receiver> find(OrganisationId organisation) {
        return database.sql("select * from webhook where organisation_id = :organisation")
                .bind("organisation", organisation.value())
                .map(Receivers::receiver)
                .one();
    }

    /** Whether there is one that wants to be told. */
    Mono<Boolean> listens(OrganisationId organisation) {
        return database.sql("""
                        select exists (select from webhook
                                       where organisation_id = :organisation and disabled_at is null)""")
                .bind("organisation", organisation.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** Sets the address and the secret; all that was noted is forgotten. */
    Mono<Void> set(OrganisationId organisation, String url, SigningSecret secret, Instant now) {
        var sealed = vault.seal(Field.WEBHOOK_SECRET, organisation.value(), secret.text());
        return database.sql("""
                        insert into webhook as w (organisation_id, version, url, secret_cipher, secret_index, created_at)
                        values (:organisation, :version, :url, :cipher, index_in_force(:indexes), :now)
                        on conflict (organisation_id) do update
                        set version = excluded.version, url = excluded.url, secret_cipher = excluded.secret_cipher,
                            secret_index = excluded.secret_index, created_at = excluded.created_at,
                            last_success_at = null, failing_since = null, last_failure = null, rests_until = null,
                            given_up = 0, given_up_at = null, disabled_at = null""")
                .bind("organisation", organisation.value())
                .bind("version", UUID.randomUUID())
                .bind("url", url)
                .bind("cipher", sealed.cipher())
                .bind("indexes", sealed.candidates())
                .bind("now", now)
                .then();
    }

    SigningSecret secretOf(Receiver receiver) {
        return new SigningSecret(
                vault.open(Field.WEBHOOK_SECRET, receiver.organisation().value(), receiver.secretCipher()));
    }

    /** False if there was none. */
    Mono<Boolean> remove(OrganisationId organisation) {
        return database.sql("delete from webhook where organisation_id = :organisation")
                .bind("organisation", organisation.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** One of those who want to try a receiver that fails may; until then the others wait. */
    Mono<Boolean> claimProbe(Receiver receiver, Instant now, Instant until) {
        return of(receiver, """
                        update webhook set rests_until = :until
                        where organisation_id = :organisation and version = :version
                          and failing_since is not null and (rests_until is null or rests_until <= :now)""")
                .bind("until", until)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Void> noteSuccess(Receiver receiver, Instant now) {
        return of(receiver, """
                        update webhook set last_success_at = :now, failing_since = null, last_failure = null,
                                           rests_until = null
                        where organisation_id = :organisation and version = :version""").bind("now", now).then();
    }

    /** @param restsUntil null if the next attempt need not wait */
    Mono<Void> noteFailure(Receiver receiver, Instant now, String failure, @Nullable Instant restsUntil) {
        return of(receiver, """
                        update webhook set failing_since = coalesce(failing_since, :now), last_failure = :failure,
                                           rests_until = :until
                        where organisation_id = :organisation and version = :version""")
                .bind("now", now)
                .bind("failure", failure)
                .bind("until", nullable(restsUntil, Instant.class))
                .then();
    }

    Mono<Void> noteGivenUp(Receiver receiver, Instant now) {
        return of(receiver, """
                        update webhook set given_up = given_up + 1, given_up_at = :now
                        where organisation_id = :organisation and version = :version""").bind("now", now).then();
    }

    Mono<Void> switchOff(Receiver receiver, Instant now) {
        return of(receiver, """
                        update webhook set disabled_at = :now, rests_until = null
                        where organisation_id = :organisation and version = :version and disabled_at is null""").bind("now", now).then();
    }

    private GenericExecuteSpec of(Receiver receiver, String statement) {
        return database.sql(statement)
                .bind("organisation", receiver.organisation().value())
                .bind("version", receiver.version());
    }

    private static Receiver receiver(Readable row) {
        return new Receiver(
                new OrganisationId(row.get("organisation_id", UUID.class)),
                row.get("version", UUID.class),
                row.get("url", String.class),
                row.get("secret_cipher", String.class),
                row.get("created_at", Instant.class),
                row.get("last_success_at", Instant.class),
                row.get("failing_since", Instant.class),
                row.get("last_failure", String.class),
                row.get("rests_until", Instant.class),
                row.get("given_up", Long.class),
                row.get("given_up_at", Instant.class),
                row.get("disabled_at", Instant.class));
    }
}
