package de.dolmetscherhotline.organisation;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
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

    BlockedNumbers(DatabaseClient database) {
        this.database = database;
    }

    /** Whether this district refuses callers from this number. */
    public Mono<Boolean> contains(DistrictId district, PhoneNumber number) {
        return database.sql("""
                        select exists (select from blocked_number where district_id = :district and number = :number)
                        """)
                .bind("district", district.value())
                .bind("number", number.e164())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<BlockedNumber> byId(UUID id) {
        return database.sql("select * from blocked_number where id = :id")
                .bind("id", id)
                .map(BlockedNumbers::blockedNumber)
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
                .map(BlockedNumbers::blockedNumber)
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
        return database.sql("""
                        insert into blocked_number (id, district_id, number, reason, created_at)
                        values (:id, :district, :number, :reason, :blockedAt)
                        """)
                .bind("id", blocked.id())
                .bind("district", blocked.districtId().value())
                .bind("number", blocked.number().e164())
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

    private static BlockedNumber blockedNumber(Readable row) {
        return new BlockedNumber(
                row.get("id", UUID.class),
                new DistrictId(row.get("district_id", UUID.class)),
                new PhoneNumber(row.get("number", String.class)),
                row.get("reason", String.class),
                row.get("created_at", Instant.class));
    }
}
