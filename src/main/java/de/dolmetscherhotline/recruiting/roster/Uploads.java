package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Files that somebody has looked at and may import next, sealed. Each of the staff has at most one; it goes when it is imported,
 * when she looks at another, and with time.
 */
@Repository
public class Uploads {

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    Uploads(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Keeps a file in place of the one that was kept before.
     *
     * @param owner who alone may take it
     */
    public Mono<UUID> keep(DistrictId district, UUID owner, byte[] file) {
        var id = UUID.randomUUID();
        var sealed = vault.seal(Field.UPLOAD, id, Base64.getEncoder().encodeToString(file));
        return database.sql("""
                        insert into roster_upload (id, district_id, owner, content_cipher, content_index, uploaded_at)
                        values (:id, :district, :owner, :cipher, index_in_force(:indexes), :now)
                        on conflict (owner) do update
                        set id = excluded.id, district_id = excluded.district_id, content_cipher = excluded.content_cipher,
                            content_index = excluded.content_index, uploaded_at = excluded.uploaded_at""")
                .bind("id", id)
                .bind("district", district.value())
                .bind("owner", owner)
                .bind("cipher", sealed.cipher())
                .bind("indexes", sealed.candidates())
                .bind("now", clock.instant())
                .then()
                .thenReturn(id);
    }

    /** The file, which is not kept any longer; empty if it is not there, or not hers. */
    public Mono<byte[]> take(DistrictId district, UUID owner, UUID id) {
        return database.sql("""
                        delete from roster_upload where id = :id and owner = :owner and district_id = :district
                        returning content_cipher""")
                .bind("id", id)
                .bind("owner", owner)
                .bind("district", district.value())
                .mapValue(String.class)
                .one()
                .map(cipher -> Base64.getDecoder().decode(vault.open(Field.UPLOAD, id, cipher)));
    }

    /** Deletes those that were kept before that. */
    public Mono<Long> forget(Instant before) {
        return database.sql("delete from roster_upload where uploaded_at <= :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated();
    }
}
