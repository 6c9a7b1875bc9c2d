package de.dolmetscherhotline.privacy;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Base of tests of keys, each on a database of its own. */
abstract class OwnDatabaseIT extends HotlineIT {

    static final PhoneNumber AMINA = new PhoneNumber("+491713920001");
    static final PhoneNumber BASMA = new PhoneNumber("+491713920002");
    static final PhoneNumber PRANKSTER = new PhoneNumber("+493023125299");
    static final UUID DISTRICT = UUID.randomUUID();

    @Autowired
    private JdbcConnectionDetails server;

    OwnDatabase own;

    @BeforeEach
    void createDatabase() {
        own = OwnDatabase.create(database(), server);
    }

    @AfterEach
    void dropDatabase() {
        own.close();
    }

    /** As an application with these keys does at its start. */
    void start(KeyRing keys) {
        var vault = new Vault(keys);
        own.migrate("latest", new SealPlaintext(vault, keys), new KeysInForce(vault, keys));
    }

    void addDistrict() {
        own.sql("insert into district (id, name, time_zone) values ('" + DISTRICT
                + "', 'Landkreis Helmstedt', 'Europe/Berlin')");
    }

    UUID addInterpreter(Vault vault, PhoneNumber number) {
        var id = UUID.randomUUID();
        var sealed = vault.seal(Field.CALLS, id, number);
        own.sql("insert into interpreter (id, district_id, name, status) values ('" + id + "', '" + DISTRICT
                + "', 'Amina Haddad', 'applied')");
        own.client()
                .sql("insert into interpreter_number (interpreter_id, district_id, field, number_cipher, number_index)"
                        + " values (:id, :district, 'calls', :cipher, index_in_force(:indexes))")
                .bind("id", id)
                .bind("district", DISTRICT)
                .bind("cipher", sealed.cipher())
                .bind("indexes", sealed.candidates())
                .then()
                .block();
        return id;
    }

    /** Who is found by this number. */
    List<UUID> found(Vault vault, PhoneNumber number) {
        return own.client()
                .sql("select interpreter_id from interpreter_number where number_index = any(:indexes)")
                .bind("indexes", vault.indexes(Field.CALLS, number))
                .mapValue(UUID.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
