package de.dolmetscherhotline.dashboard;

import de.dolmetscherhotline.kernel.DistrictId;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who and what in a district has a name: members of the pool, organisations and who signs in for them, and the staff. */
@Repository
class Names {

    private static final String NAMED = """
            select id, name, kind
            from (select id, name, 'interpreter' as kind from interpreter where district_id = :district
                  union all
                  select id, name, 'organisation' from organisation where district_id = :district
                  union all
                  select m.id, m.name, 'member' from member m join organisation o on o.id = m.organisation_id
                  where o.district_id = :district
                  union all
                  select id, name, 'staff' from staff where district_id = :district) named
            """;

    private final DatabaseClient database;

    Names(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Somebody or something with a name.
     *
     * @param kind {@code interpreter}, {@code organisation}, {@code member} or {@code staff}
     */
    public record Named(UUID id, String name, String kind) {

        /** Without the name. */
        @Override
        public String toString() {
            return "Named " + id;
        }
    }

    /** Whose name contains this, whatever the case; whoever is called just so comes first. */
    Flux<Named> find(DistrictId district, String part, int most) {
        return database.sql(NAMED + """
                        where position(lower(:part) in lower(name)) > 0
                        order by lower(name) <> lower(:part), lower(name), id limit :most
                        """)
                .bind("district", district.value())
                .bind("part", part)
                .bind("most", most)
                .map(Names::named)
                .all();
    }

    /** By id; whoever is gone, or of another district, is missing. */
    Mono<Map<UUID, Named>> of(DistrictId district, Collection<UUID> ids) {
        return database.sql(NAMED + "where id = any (:ids)")
                .bind("district", district.value())
                .bind("ids", ids.toArray(UUID[]::new))
                .map(Names::named)
                .all()
                .collectMap(Named::id);
    }

    private static Named named(Readable row) {
        return new Named(row.get("id", UUID.class), row.get("name", String.class), row.get("kind", String.class));
    }
}
