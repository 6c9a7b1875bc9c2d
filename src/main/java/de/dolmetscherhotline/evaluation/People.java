package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.platform.SqlValues;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Those who interpret, without their names. */
@Repository
class People {

    private final DatabaseClient database;

    People(DatabaseClient database) {
        this.database = database;
    }

    /** The active members of a pool, and these others, of whatever district. */
    Flux<Person> of(DistrictId district, Collection<UUID> others) {
        return database.sql("""
                        select id, district_id = :district and status = 'active' as active, gender, date_of_birth,
                               coalesce(trim(municipality), '') as municipality
                        from interpreter
                        where district_id = :district and status = 'active' or id = any(:others)""")
                .bind("district", district.value())
                .bind("others", others.toArray(UUID[]::new))
                .map(People::person)
                .all();
    }

    private static Person person(Readable row) {
        return new Person(
                row.get("id", UUID.class),
                Boolean.TRUE.equals(row.get("active", Boolean.class)),
                Optional.ofNullable(row.get("gender", String.class))
                        .map(gender -> SqlValues.constant(Gender.class, gender))
                        .orElse(null),
                row.get("date_of_birth", LocalDate.class),
                Objects.requireNonNull(row.get("municipality", String.class)));
    }
}
