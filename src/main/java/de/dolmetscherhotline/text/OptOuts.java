package de.dolmetscherhotline.text;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Numbers that want no texts from a district. They are never texted until they say START. */
@Repository
public class OptOuts {

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    OptOuts(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** From now on no texts; who said so before said so then. */
    public Mono<Void> add(DistrictId district, PhoneNumber number) {
        var sealed = vault.seal(Field.TEXT_OPT_OUT, district.value(), number);
        return database.sql("""
                        insert into text_opt_out (district_id, number_cipher, number_index, since)
                        values (:district, :cipher, index_in_force(:indexes), :now)
                        on conflict do nothing""")
                .bind("district", district.value())
                .bind("cipher", sealed.cipher())
                .bind("indexes", sealed.candidates())
                .bind("now", clock.instant())
                .then();
    }

    /** Texts are welcome again. */
    public Mono<Void> remove(DistrictId district, PhoneNumber number) {
        return database.sql("delete from text_opt_out where district_id = :district and number_index = any(:indexes)")
                .bind("district", district.value())
                .bind("indexes", vault.indexes(Field.TEXT_OPT_OUT, number))
                .then();
    }

    /** Whether the number wants no texts from this district. */
    Mono<Boolean> contains(DistrictId district, PhoneNumber number) {
        return database.sql("""
                        select exists (select from text_opt_out
                                       where district_id = :district and number_index = any(:indexes))""")
                .bind("district", district.value())
                .bind("indexes", vault.indexes(Field.TEXT_OPT_OUT, number))
                .mapValue(Boolean.class)
                .one();
    }
}
