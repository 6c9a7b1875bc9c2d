package de.dolmetscherhotline.organisation;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.DistrictId;
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

/** Numbers whose callers are refused, each by one district, whether or not they belong to an organisation. */
@Repository
public class BlockedNumbers {

    private final DatabaseClient database;
    private final Vault vault;

    BlockedNumbers(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Whether this district refuses callers from this number. */
    public Mono<Boolean> contains(DistrictId district, PhoneNumber number) {
        return database.sql("""
                        select exists (select from blocked_number
                                       where district_id = :district and number_index = any(:indexes))
                        """)
                .bind("district", district.value())
                .bind("indexes", vault.indexes(Field.BLOCKED, number))
                .mapValue(Boolean.class)
                .one();
    }

    Mono<BlockedNumber> byId(UUID id) {
        return database.sql("select * from blocked_number where id = :id")
                .bind("id", id)
                .map(this::blockedNumber)
                .one();
    }

    /** Latest first; of one district, or of all if it is null. */
    Flux<BlockedNumber> page(@Nullable DistrictId district, int limit, long offset) {
        return database.sql("""
                        select * from blocked_number where :district::uuid is null or district_id = :district
                        order by created_at desc, id limit :limit offset :offset
                        """)
                .bind("district", nullable(uuid(district), UUID.class))
                .bind("limit", limit)
                .bind("offset", offset)
                .map(this::blockedNumber)
                .all();
    }

    Mono<Long> count(@Nullable DistrictId district) {
        return database.sql(
                        "select count(*) from blocked_number where :district::uuid is null or district_id = :district")
                .bind("district", nullable(uuid(district), UUID.class))
                .mapValue(Long.class)
                .one();
    }

    /** Adds it; fails with a DataIntegrityViolationException that names the violated constraint. */
    Mono<Void> add(BlockedNumber blocked) {
        var number = vault.seal(Field.BLOCKED, blocked.id(), blocked.number());
        return database.sql("""
                        insert into blocked_number (id, district_id, number_cipher, number_index, reason, created_at)
                        values (:id, :district, :cipher, index_in_force(:indexes), :reason, :blockedAt)
                        """)
                .bind("id", blocked.id())
                .bind("district", blocked.districtId().value())
                .bind("cipher", number.cipher())
                .bind("indexes", number.candidates())
                .bind("reason", blocked.reason())
                .bind("blockedAt", blocked.blockedAt())
                .then();
    }

    /** False if it was not there. */
    Mono<Boolean> remove(UUID id) {
        return database.sql("delete from blocked_number where id = :id")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static @Nullable UUID uuid(@Nullable DistrictId district) {
        return district == null ? null : district.value();
    }

    private BlockedNumber blockedNumber(Readable row) {
        UUID id = row.get("id", UUID.class);
        return new BlockedNumber(
                id,
                new DistrictId(row.get("district_id", UUID.class)),
                vault.number(Field.BLOCKED, id, row.get("number_cipher", String.class)),
                row.get("reason", String.class),
                row.get("created_at", Instant.class));
    }
}
