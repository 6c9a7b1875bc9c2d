package de.dolmetscherhotline.apikey;

import static de.dolmetscherhotline.platform.SqlValues.texts;

import de.dolmetscherhotline.access.KeyHolder;
import de.dolmetscherhotline.access.Scope;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.OrganisationId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is kept of keys. They go with their organisation. */
@Repository
class StoredKeys {

    private final DatabaseClient database;

    StoredKeys(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Whom a key lets in.
     *
     * @param blocked whether the organisation is
     * @param lastUsedAt null = never
     */
    record Entry(
            KeyHolder holder,
            List<Scope> scopes,
            boolean blocked,
            @Nullable Instant lastUsedAt) {

        Entry {
            scopes = List.copyOf(scopes);
        }
    }

    /** Adds a key; fails with a DataIntegrityViolationException that names the violated constraint. */
    Mono<Void> add(StoredKey key, byte[] hash) {
        return database.sql("""
                        insert into organisation_key (id, organisation_id, name, key_hash, scopes, created_at)
                        values (:id, :organisation, :name, :hash, :scopes, :now)""")
                .bind("id", key.id())
                .bind("organisation", key.organisation().value())
                .bind("name", key.name())
                .bind("hash", hash)
                .bind("scopes", texts(key.scopes()))
                .bind("now", key.createdAt())
                .then();
    }

    /** Empty if there is no such key, or it was revoked. */
    Mono<Entry> find(byte[] hash) {
        return database.sql("""
                        select k.id, k.organisation_id, o.district_id, k.scopes, o.blocked, k.last_used_at
                        from organisation_key k join organisation o on o.id = k.organisation_id
                        where k.key_hash = :hash and k.revoked_at is null""").bind("hash", hash).map(StoredKeys::entry).one();
    }

    /** Keeps when a key was used, unless somebody has kept a later time. */
    Mono<Void> used(UUID id, Instant now) {
        return database.sql("""
                        update organisation_key set last_used_at = :now
                        where id = :id and (last_used_at is null or last_used_at < :now)""").bind("id", id).bind("now", now).then();
    }

    /** Newest first, also those that were revoked. */
    Flux<StoredKey> page(OrganisationId organisation, int limit, long offset) {
        return database.sql("""
                        select * from organisation_key where organisation_id = :organisation
                        order by created_at desc, id limit :limit offset :offset""")
                .bind("organisation", organisation.value())
                .bind("limit", limit)
                .bind("offset", offset)
                .map(StoredKeys::key)
                .all();
    }

    Mono<Long> count(OrganisationId organisation) {
        return database.sql("select count(*) from organisation_key where organisation_id = :organisation")
                .bind("organisation", organisation.value())
                .mapValue(Long.class)
                .one();
    }

    Mono<StoredKey> byId(OrganisationId organisation, UUID id) {
        return database.sql("select * from organisation_key where organisation_id = :organisation and id = :id")
                .bind("organisation", organisation.value())
                .bind("id", id)
                .map(StoredKeys::key)
                .one();
    }

    /** Once revoked it stays so, since then. False if there is no such key. */
    Mono<Boolean> revoke(OrganisationId organisation, UUID id, Instant now) {
        return database.sql("""
                        update organisation_key set revoked_at = coalesce(revoked_at, :now)
                        where organisation_id = :organisation and id = :id""")
                .bind("organisation", organisation.value())
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Entry entry(Readable row) {
        var holder = new KeyHolder(
                row.get("id", UUID.class),
                new OrganisationId(row.get("organisation_id", UUID.class)),
                new DistrictId(row.get("district_id", UUID.class)));
        return new Entry(
                holder, scopes(row), row.get("blocked", Boolean.class), row.get("last_used_at", Instant.class));
    }

    private static StoredKey key(Readable row) {
        return new StoredKey(
                row.get("id", UUID.class),
                new OrganisationId(row.get("organisation_id", UUID.class)),
                row.get("name", String.class),
                scopes(row),
                row.get("created_at", Instant.class),
                row.get("last_used_at", Instant.class),
                row.get("revoked_at", Instant.class));
    }

    private static List<Scope> scopes(Readable row) {
        return Arrays.stream(row.get("scopes", String[].class)).map(Scope::of).toList();
    }
}
