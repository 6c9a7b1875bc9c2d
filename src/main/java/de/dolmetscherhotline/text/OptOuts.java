package de.dolmetscherhotline.text;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Numbers that want no texts from a district. They are never texted until they say START. */
@Repository
public class OptOuts {

    private final DatabaseClient database;
    private final Clock clock;

    OptOuts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** From now on no texts; who said so before said so then. */
    public Mono<Void> add(DistrictId district, PhoneNumber number) {
        return database.sql("""
                        insert into text_opt_out (district_id, number, since) values (:district, :number, :now)
                        on conflict do nothing""")
                .bind("district", district.value())
                .bind("number", number.e164())
                .bind("now", clock.instant())
                .then();
    }

    /** Texts are welcome again. */
    public Mono<Void> remove(DistrictId district, PhoneNumber number) {
        return database.sql("delete from text_opt_out where district_id = :district and number = :number")
                .bind("district", district.value())
                .bind("number", number.e164())
                .then();
    }
}
