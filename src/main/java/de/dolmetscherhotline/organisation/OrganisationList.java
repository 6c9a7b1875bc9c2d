package de.dolmetscherhotline.organisation;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Organisations as lists that can be searched. */
@Repository
public class OrganisationList {

    private static final String OF_DISTRICT = "where :district::uuid is null or o.district_id = :district ";

    private static final String WANTED = """
            where o.district_id = :district
              and (:kind::text is null or o.kind = :kind)
              and (:municipality::text is null or lower(o.municipality) = lower(:municipality))
              and (:name::text is null or position(lower(:name) in lower(o.name)) > 0)
              and (:blocked::boolean is null or o.blocked = :blocked)
            """;

    private final DatabaseClient database;
    private final Organisations organisations;

    OrganisationList(DatabaseClient database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    /**
     * Which organisations; null = it does not matter.
     *
     * @param name contained in that of the organisation; capitals and small letters are alike, as in the municipality
     */
    public record Wanted(
            DistrictId district,
            @Nullable OrganisationKind kind,
            @Nullable String municipality,
            @Nullable String name,
            @Nullable Boolean blocked) {

        /** All of a district. */
        public static Wanted all(DistrictId district) {
            return new Wanted(district, null, null, null, null);
        }
    }

    /** By name. */
    public Flux<Organisation> page(Wanted wanted, int limit, long offset) {
        return bound(
                        Organisations.COLUMNS + WANTED + "order by lower(o.name), o.id limit :limit offset :offset",
                        wanted)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(organisations::organisation)
                .all();
    }

    public Mono<Long> count(Wanted wanted) {
        return bound("select count(*) from organisation o " + WANTED, wanted)
                .mapValue(Long.class)
                .one();
    }

    /** What the organisations of a district are called. */
    public Mono<Map<OrganisationId, String>> names(DistrictId district) {
        return database.sql("select id, name from organisation where district_id = :district")
                .bind("district", district.value())
                .map(row -> Map.entry(new OrganisationId(row.get("id", UUID.class)), row.get("name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Where the organisations of a district are, by name. */
    public Flux<String> municipalities(DistrictId district) {
        return database.sql("""
                        select distinct municipality from organisation
                        where district_id = :district and municipality is not null order by municipality
                        """)
                .bind("district", district.value())
                .mapValue(String.class)
                .all();
    }

    private GenericExecuteSpec bound(String sql, Wanted wanted) {
        var kind = wanted.kind();
        return database.sql(sql)
                .bind("district", wanted.district().value())
                .bind("kind", nullable(kind == null ? null : word(kind), String.class))
                .bind("municipality", nullable(wanted.municipality(), String.class))
                .bind("name", nullable(wanted.name(), String.class))
                .bind("blocked", nullable(wanted.blocked(), Boolean.class));
    }

    /** Oldest first; of one district, or of all if it is null. */
    Flux<Organisation> page(@Nullable DistrictId district, int limit, long offset) {
        return database.sql(
                        Organisations.COLUMNS + OF_DISTRICT + "order by o.created_at, o.id limit :limit offset :offset")
                .bind("district", nullable(uuid(district), UUID.class))
                .bind("limit", limit)
                .bind("offset", offset)
                .map(organisations::organisation)
                .all();
    }

    Mono<Long> count(@Nullable DistrictId district) {
        return database.sql("select count(*) from organisation o " + OF_DISTRICT)
                .bind("district", nullable(uuid(district), UUID.class))
                .mapValue(Long.class)
                .one();
    }

    private static @Nullable UUID uuid(@Nullable DistrictId district) {
        return district == null ? null : district.value();
    }
}
