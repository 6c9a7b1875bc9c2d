package de.dolmetscherhotline.organisation;

import de.dolmetscherhotline.kernel.OrganisationId;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The countries, as ISO 3166 codes, in which an organisation may ring third parties; Germany unless somebody says more. */
@Repository
public class GuestCountries {

    private final DatabaseClient database;

    GuestCountries(DatabaseClient database) {
        this.database = database;
    }

    /** Empty if there is no such organisation. */
    public Mono<List<String>> of(OrganisationId id) {
        return database.sql("select guest_countries from organisation where id = :id")
                .bind("id", id.value())
                .map(GuestCountries::countries)
                .one();
    }

    /** The same; until the end of the transaction no other one passes here for this organisation. */
    public Mono<List<String>> lock(OrganisationId id) {
        return database.sql("select guest_countries from organisation where id = :id for no key update")
                .bind("id", id.value())
                .map(GuestCountries::countries)
                .one();
    }

    /** False if there is no such organisation. */
    public Mono<Boolean> replace(OrganisationId id, List<String> countries) {
        return database.sql("update organisation set guest_countries = :countries where id = :id")
                .bind("countries", countries.toArray(String[]::new))
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static List<String> countries(Readable row) {
        return Arrays.asList(row.get("guest_countries", String[].class));
    }
}
