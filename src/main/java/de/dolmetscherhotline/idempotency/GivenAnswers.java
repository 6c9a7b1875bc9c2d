package de.dolmetscherhotline.idempotency;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.OrganisationId;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Answers that were given, by owner and key. */
@Repository
class GivenAnswers {

    private final DatabaseClient database;

    GivenAnswers(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A request that has a key.
     *
     * @param organisation whose key it is; null = the coordinator's
     * @param fingerprint the same for requests that ask for the same
     */
    record Asked(@Nullable OrganisationId organisation, IdempotencyKey key, String fingerprint) {

        private @Nullable UUID owner() {
            return organisation == null ? null : organisation.value();
        }
    }

    /**
     * What was answered.
     *
     * @param fingerprint of the request that was
     * @param headers JSON
     * @param body JSON; null = none
     */
    record Given(
            String fingerprint,
            int status,
            String headers,
            @Nullable String body) {}

    /** Whether nobody else is answering a request with that key; nobody will until the end of the transaction. */
    Mono<Boolean> lock(Asked asked) {
        return database.sql("select pg_try_advisory_xact_lock(hashtextextended(:key, 20))")
                .bind("key", asked.owner() + " " + asked.key().text())
                .mapValue(Boolean.class)
                .one();
    }

    /** Empty if there was none since then. */
    Mono<Given> find(Asked asked, Instant since) {
        return database.sql("""
                        select fingerprint, status, headers, body from idempotent_answer
                        where organisation_id is not distinct from :owner and key = :key and created_at > :since""")
                .bind("owner", nullable(asked.owner(), UUID.class))
                .bind("key", asked.key().text())
                .bind("since", since)
                .map(row -> new Given(
                        row.get("fingerprint", String.class),
                        row.get("status", Integer.class),
                        row.get("headers", String.class),
                        row.get("body", String.class)))
                .one();
    }

    /** Takes the place of one that is too old. */
    Mono<Void> keep(Asked asked, Given given, Instant now) {
        return database.sql("""
                        insert into idempotent_answer (organisation_id, key, fingerprint, status, headers, body, created_at)
                        values (:owner, :key, :fingerprint, :status, :headers, :body, :now)
                        on conflict on constraint idempotent_answer_key do update
                        set fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
                            body = excluded.body, created_at = excluded.created_at""")
                .bind("owner", nullable(asked.owner(), UUID.class))
                .bind("key", asked.key().text())
                .bind("fingerprint", given.fingerprint())
                .bind("status", given.status())
                .bind("headers", Json.of(given.headers()))
                .bind("body", nullable(given.body(), String.class))
                .bind("now", now)
                .then();
    }

    Mono<Void> forget(Instant until) {
        return database.sql("delete from idempotent_answer where created_at <= :until")
                .bind("until", until)
                .then();
    }
}
