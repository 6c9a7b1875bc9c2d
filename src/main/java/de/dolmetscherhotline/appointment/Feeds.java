package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.Secret;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whose appointments can be read at an address that is a secret. Of the secret only a hash is kept. */
@Repository
class Feeds {

    private final DatabaseClient database;
    private final Clock clock;

    Feeds(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose appointments they are. */
    sealed interface Owner {

        record OfInterpreter(InterpreterId id) implements Owner {}

        record OfOrganisation(OrganisationId id) implements Owner {}
    }

    /** @param revokedAt null while it can be read */
    record Feed(
            UUID id,
            Owner owner,
            Instant createdAt,
            @Nullable Instant revokedAt) {}

    /** Adds it; false if there is no such owner. */
    Mono<Boolean> add(UUID id, Owner owner, Secret secret) {
        return database.sql(
                        switch (owner) {
                            case Owner.OfInterpreter interpreter -> """
                        insert into calendar_feed (id, token_hash, interpreter_id, created_at)
                        select :id, :hash, i.id, :now from interpreter i where i.id = :owner""";
                            case Owner.OfOrganisation organisation -> """
                        insert into calendar_feed (id, token_hash, organisation_id, created_at)
                        select :id, :hash, o.id, :now from organisation o where o.id = :owner""";
                        })
                .bind("id", id)
                .bind("hash", secret.hash())
                .bind("now", clock.instant())
                .bind("owner", id(owner))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Whose calendar it opens; empty if none. */
    Mono<Owner> openedBy(Secret secret) {
        return database.sql("select * from calendar_feed where token_hash = :hash and revoked_at is null")
                .bind("hash", secret.hash())
                .map(Feeds::owner)
                .one();
    }

    /** Newest first; of one organisation, or of all and of interpreters if it is null. */
    Flux<Feed> page(@Nullable OrganisationId organisation, int limit, long offset) {
        return database.sql("""
                        select * from calendar_feed
                        where :organisation::uuid is null or organisation_id = :organisation
                        order by created_at desc, id limit :limit offset :offset""")
                .bind("organisation", nullable(organisation == null ? null : organisation.value(), UUID.class))
                .bind("limit", limit)
                .bind("offset", offset)
                .map(Feeds::feed)
                .all();
    }

    Mono<Long> count(@Nullable OrganisationId organisation) {
        return database.sql("""
                        select count(*) from calendar_feed
                        where :organisation::uuid is null or organisation_id = :organisation""")
                .bind("organisation", nullable(organisation == null ? null : organisation.value(), UUID.class))
                .mapValue(Long.class)
                .one();
    }

    /** How many of this owner can be read. */
    Mono<Long> countOpen(Owner owner) {
        var whose = switch (owner) {
            case Owner.OfInterpreter interpreter -> "interpreter_id";
            case Owner.OfOrganisation organisation -> "organisation_id";
        };
        return database.sql("select count(*) from calendar_feed where revoked_at is null and " + whose + " = :owner")
                .bind("owner", id(owner))
                .mapValue(Long.class)
                .one();
    }

    private static UUID id(Owner owner) {
        return switch (owner) {
            case Owner.OfInterpreter interpreter -> interpreter.id().value();
            case Owner.OfOrganisation organisation -> organisation.id().value();
        };
    }

    /** Those that can be read, newest first. */
    Flux<Feed> open(OrganisationId organisation) {
        return database.sql("""
                        select * from calendar_feed where organisation_id = :organisation and revoked_at is null
                        order by created_at desc, id""")
                .bind("organisation", organisation.value())
                .map(Feeds::feed)
                .all();
    }

    /** Only its new secret opens it from now on; false if the organisation has no such, or it was revoked. */
    Mono<Boolean> renew(UUID id, OrganisationId organisation, Secret secret) {
        return database.sql("""
                        update calendar_feed set token_hash = :hash, created_at = :now
                        where id = :id and organisation_id = :organisation and revoked_at is null""")
                .bind("hash", secret.hash())
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("organisation", organisation.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /**
     * From now on it opens nothing.
     *
     * @param organisation only if it is that one's; null = whoever's it is
     * @return false if there is no such feed; true also if it was revoked before
     */
    Mono<Boolean> revoke(UUID id, @Nullable OrganisationId organisation) {
        return database.sql("""
                        update calendar_feed set revoked_at = coalesce(revoked_at, :now)
                        where id = :id and (:organisation::uuid is null or organisation_id = :organisation)""")
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("organisation", nullable(organisation == null ? null : organisation.value(), UUID.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Feed feed(Readable row) {
        return new Feed(
                row.get("id", UUID.class),
                owner(row),
                row.get("created_at", Instant.class),
                row.get("revoked_at", Instant.class));
    }

    private static Owner owner(Readable row) {
        var interpreter = row.get("interpreter_id", UUID.class);
        return interpreter == null
                ? new Owner.OfOrganisation(new OrganisationId(row.get("organisation_id", UUID.class)))
                : new Owner.OfInterpreter(new InterpreterId(interpreter));
    }
}
