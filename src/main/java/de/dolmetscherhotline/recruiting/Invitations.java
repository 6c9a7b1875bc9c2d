package de.dolmetscherhotline.recruiting;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Invitations that can still be used; one for each number of a district. */
@Repository
public class Invitations {

    private final DatabaseClient database;
    private final Vault vault;

    Invitations(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * An invitation.
     *
     * @param name whom the coordinator means; null = not given
     * @param language in which she is texted
     */
    public record Invitation(
            UUID id,
            DistrictId district,
            PhoneNumber number,
            @Nullable String name,
            Language language,
            Instant createdAt,
            Instant expiresAt) {}

    /** Adds an invitation; an earlier one to the same number ends. */
    Mono<Void> add(Invitation invitation, byte[] tokenHash) {
        var number = vault.seal(Field.INVITED, invitation.id(), invitation.number());
        return database.sql("""
                        insert into invitation (id, district_id, number_cipher, number_index, name, language, token_hash,
                                                created_at, expires_at)
                        values (:id, :district, :cipher, index_in_force(:indexes), :name, :language, :hash, :now, :expires)
                        on conflict (district_id, number_index) do update
                        set id = excluded.id, number_cipher = excluded.number_cipher, name = excluded.name,
                            language = excluded.language, token_hash = excluded.token_hash,
                            created_at = excluded.created_at, expires_at = excluded.expires_at""")
                .bind("id", invitation.id())
                .bind("district", invitation.district().value())
                .bind("cipher", number.cipher())
                .bind("indexes", number.candidates())
                .bind("name", nullable(invitation.name(), String.class))
                .bind("language", invitation.language().tag())
                .bind("hash", tokenHash)
                .bind("now", invitation.createdAt())
                .bind("expires", invitation.expiresAt())
                .then();
    }

    /** The invitation of a link; empty if it was used, replaced, withdrawn or has run out. */
    Mono<Invitation> find(byte[] tokenHash, Instant now) {
        return database.sql("select * from invitation where token_hash = :hash and expires_at > :now")
                .bind("hash", tokenHash)
                .bind("now", now)
                .map(this::invitation)
                .one();
    }

    /** Ends the invitation of a link: true for exactly one attempt. */
    Mono<Boolean> use(byte[] tokenHash, Instant now) {
        return database.sql("delete from invitation where token_hash = :hash and expires_at > :now")
                .bind("hash", tokenHash)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Newest first. */
    public Flux<Invitation> page(DistrictId district, Instant now, int limit, long offset) {
        return database.sql("""
                        select * from invitation where district_id = :district and expires_at > :now
                        order by created_at desc, id limit :limit offset :offset""")
                .bind("district", district.value())
                .bind("now", now)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(this::invitation)
                .all();
    }

    Mono<Long> count(DistrictId district, Instant now) {
        return database.sql("select count(*) from invitation where district_id = :district and expires_at > :now")
                .bind("district", district.value())
                .bind("now", now)
                .mapValue(Long.class)
                .one();
    }

    /** False if there is no such invitation. */
    Mono<Boolean> remove(UUID id) {
        return database.sql("delete from invitation where id = :id")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** The same, if it is one of this district. */
    public Mono<Boolean> remove(DistrictId district, UUID id) {
        return database.sql("delete from invitation where id = :id and district_id = :district")
                .bind("id", id)
                .bind("district", district.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Long> forgetExpired(Instant now) {
        return database.sql("delete from invitation where expires_at <= :now")
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private Invitation invitation(Readable row) {
        var id = row.get("id", UUID.class);
        return new Invitation(
                id,
                new DistrictId(row.get("district_id", UUID.class)),
                vault.number(Field.INVITED, id, row.get("number_cipher", String.class)),
                row.get("name", String.class),
                new Language(row.get("language", String.class)),
                row.get("created_at", Instant.class),
                row.get("expires_at", Instant.class));
    }
}
