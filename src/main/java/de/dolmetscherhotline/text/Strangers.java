package de.dolmetscherhotline.text;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** People who are in no pool and get a text. Their numbers are known until it is sent, and counted until a day later. */
@Repository
class Strangers {

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    Strangers(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whoever has this number, which is known from now on. */
    Mono<UUID> with(DistrictId district, PhoneNumber number) {
        var sealed = vault.seal(Field.STRANGER, district.value(), number);
        return database.sql("""
                        insert into text_stranger (id, district_id, number_cipher, number_index, used_at)
                        values (:id, :district, :cipher, index_in_force(:indexes), :now)
                        on conflict (district_id, number_index) do update
                        set number_cipher = excluded.number_cipher, used_at = excluded.used_at
                        returning id""")
                .bind("id", UUID.randomUUID())
                .bind("district", district.value())
                .bind("cipher", sealed.cipher())
                .bind("indexes", sealed.candidates())
                .bind("now", clock.instant())
                .mapValue(UUID.class)
                .one();
    }

    /** Forgets the number of whoever this text was for, unless another one is still to be sent to it. */
    Mono<Void> forgetNumber(TextId text) {
        return database.sql("""
                        update text_stranger s set number_cipher = null
                        from text_message sent
                        where sent.id = :text and s.id = sent.stranger_id
                          and not exists (select from text_message t
                                          where t.stranger_id = s.id and t.state in ('due', 'sending'))""").bind("text", text.value()).then();
    }

    /** Forgets everybody who has had no text since then, and the texts. */
    Mono<Void> forget(Instant since) {
        return database.sql("delete from text_stranger where used_at <= :since")
                .bind("since", since)
                .then();
    }
}
