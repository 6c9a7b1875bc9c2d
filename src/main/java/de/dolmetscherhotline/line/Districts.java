package de.dolmetscherhotline.line;

import de.dolmetscherhotline.kernel.DistrictId;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The districts of this installation. No two have the same name. */
@Repository
public class Districts {

    private final DatabaseClient database;

    Districts(DatabaseClient database) {
        this.database = database;
    }

    public Mono<District> byId(DistrictId id) {
        return database.sql("select * from district where id = :id")
                .bind("id", id.value())
                .map(Districts::district)
                .one();
    }

    /** Oldest first. */
    public Flux<District> all() {
        return database.sql("select * from district order by created_at, id")
                .map(Districts::district)
                .all();
    }

    /** Oldest first. */
    Flux<District> page(int limit, long offset) {
        return database.sql("select * from district order by created_at, id limit :limit offset :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map(Districts::district)
                .all();
    }

    /** Those that have a line, by name. */
    public Flux<District> withLine() {
        return database.sql("""
                        select * from district d where exists (select from line l where l.district_id = d.id)
                        order by d.name, d.id""").map(Districts::district).all();
    }

    Mono<Long> count() {
        return database.sql("select count(*) from district")
                .mapValue(Long.class)
                .one();
    }

    /** Adds it; fails with a DataIntegrityViolationException that names the violated constraint. */
    public Mono<Void> add(District district) {
        return database.sql(
                        "insert into district (id, name, time_zone, region) values (:id, :name, :timeZone, :region)")
                .bind("id", district.id().value())
                .bind("name", district.name())
                .bind("timeZone", district.timeZone().getId())
                .bind("region", district.region())
                .then();
    }

    /** False if there is no such district. In another time zone, everybody's duty must be worked out anew. */
    Mono<Boolean> replace(District district) {
        return database.sql("""
                        with moved as (
                            update interpreter i set duty_until = 'epoch'
                            from district d
                            where d.id = :id and i.district_id = d.id and d.time_zone <> :timeZone)
                        update district set name = :name, time_zone = :timeZone, region = :region where id = :id""")
                .bind("id", district.id().value())
                .bind("name", district.name())
                .bind("timeZone", district.timeZone().getId())
                .bind("region", district.region())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** False if there was no such district; fails while something still belongs to it. */
    Mono<Boolean> remove(DistrictId id) {
        return database.sql("delete from district where id = :id")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static District district(Readable row) {
        return new District(
                new DistrictId(row.get("id", UUID.class)),
                row.get("name", String.class),
                ZoneId.of(row.get("time_zone", String.class)),
                row.get("region", String.class));
    }
}
