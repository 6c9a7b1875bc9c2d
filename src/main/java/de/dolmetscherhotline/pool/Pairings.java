package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OrganisationId;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who never gets the calls of an organisation, seen from there; it is part of the members' profiles. */
@Repository
public class Pairings {

    private final DatabaseClient database;

    Pairings(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A member kept from an organisation.
     *
     * @param reason for the coordinator only
     */
    public record KeptApart(InterpreterId id, String name, String reason) {

        /** Without the name. */
        @Override
        public String toString() {
            return "KeptApart " + id;
        }
    }

    /** By name. */
    public Flux<KeptApart> keptFrom(OrganisationId organisation) {
        return database.sql("""
                        select i.id, i.name, p.reason from do_not_pair p join interpreter i on i.id = p.interpreter_id
                        where p.organisation_id = :organisation order by lower(i.name), i.id
                        """)
                .bind("organisation", organisation.value())
                .map(row -> new KeptApart(id(row), row.get("name", String.class), row.get("reason", String.class)))
                .all();
    }

    /** Somebody who may be kept from an organisation. */
    public record Other(InterpreterId id, String name) {

        /** Without the name. */
        @Override
        public String toString() {
            return "Other " + id;
        }
    }

    /** Members of the pool who may get its calls and have not left, by name. */
    public Flux<Other> others(DistrictId district, OrganisationId organisation) {
        return database.sql("""
                        select i.id, i.name from interpreter i
                        where i.district_id = :district and i.status <> 'left'
                          and not exists (select from do_not_pair p
                                          where p.interpreter_id = i.id and p.organisation_id = :organisation)
                        order by lower(i.name), i.id
                        """)
                .bind("district", district.value())
                .bind("organisation", organisation.value())
                .map(row -> new Other(id(row), row.get("name", String.class)))
                .all();
    }

    /** From now on she gets none of its calls; false if the district has no such member, or it is so already. */
    public Mono<Boolean> part(DistrictId district, InterpreterId who, OrganisationId organisation, String reason) {
        return database.sql("""
                        with apart as (
                            insert into do_not_pair (interpreter_id, organisation_id, reason)
                            select i.id, :organisation, :reason from interpreter i
                            where i.id = :who and i.district_id = :district
                            on conflict do nothing returning interpreter_id)
                        update interpreter set version = version + 1 where id in (select interpreter_id from apart)
                        """)
                .bind("organisation", organisation.value())
                .bind("reason", reason)
                .bind("who", who.value())
                .bind("district", district.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** She may get its calls again; false if she might. */
    public Mono<Boolean> bringTogether(InterpreterId who, OrganisationId organisation) {
        return database.sql("""
                        with together as (
                            delete from do_not_pair where interpreter_id = :who and organisation_id = :organisation
                            returning interpreter_id)
                        update interpreter set version = version + 1 where id in (select interpreter_id from together)
                        """)
                .bind("who", who.value())
                .bind("organisation", organisation.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static InterpreterId id(Readable row) {
        return new InterpreterId(row.get("id", UUID.class));
    }
}
