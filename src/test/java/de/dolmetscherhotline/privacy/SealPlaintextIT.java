package de.dolmetscherhotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A database of the last version that kept numbers in clear is taken over. */
class SealPlaintextIT extends OwnDatabaseIT {

    private static final UUID INTERPRETER = UUID.randomUUID();
    private static final UUID BLOCKED = UUID.randomUUID();
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final String PIN_HASH = "5f".repeat(32);

    private final KeyRing keys = TestVault.keys("d1", "i1");
    private final Vault vault = new Vault(keys);

    @Test
    void whatLayInClearIsSealedAndFound() {
        fillAsBefore();
        start(keys);

        assertThat(found(vault, AMINA)).containsExactly(INTERPRETER);
        assertThat(vault.number(Field.CALLS, INTERPRETER, cipher("interpreter_number", "number")))
                .isEqualTo(AMINA);
        assertThat(own.texts("select number_index from text_opt_out where since = '2026-11-01T08:00Z'"))
                .containsExactly(vault.index(Field.TEXT_OPT_OUT, AMINA.e164()));
        assertThat(vault.number(Field.TEXT_OPT_OUT, DISTRICT, cipher("text_opt_out", "number")))
                .isEqualTo(AMINA);
        assertThat(own.texts("select number_index from blocked_number where reason = 'Scherzanrufe'"))
                .containsExactly(vault.index(Field.BLOCKED, PRANKSTER.e164()));
        assertThat(vault.number(Field.BLOCKED, BLOCKED, cipher("blocked_number", "number")))
                .isEqualTo(PRANKSTER);
        assertThat(own.texts("select pin_index from organisation where pin_index is not null"))
                .containsExactly(vault.index(Field.PIN, PIN_HASH));
        assertThat(vault.open(Field.PIN, ORGANISATION, cipher("organisation", "pin")))
                .isEqualTo(PIN_HASH);
    }

    @Test
    void nothingStaysInClear() {
        fillAsBefore();
        start(keys);

        assertThat(OwnDatabase.findAnywhere(
                        own.client(), List.of(AMINA.e164(), BASMA.e164(), PRANKSTER.e164(), PIN_HASH)))
                .isEmpty();
    }

    @Test
    void manyAreTakenOver() {
        own.migrate("6");
        addDistrict();
        own.sql("insert into interpreter (id, district_id, name, phone_number, status)"
                + " select gen_random_uuid(), '" + DISTRICT
                + "', 'Name', '+491713920' || to_char(n, 'FM00000'), 'applied'"
                + " from generate_series(1, 1234) as n");
        start(keys);

        assertThat(own.texts("select count(distinct number_index) from interpreter_number"))
                .containsExactly("1234");
        assertThat(found(vault, new PhoneNumber("+49171392001234"))).hasSize(1);
    }

    private void fillAsBefore() {
        own.migrate("6");
        addDistrict();
        own.sql(
                "insert into interpreter (id, district_id, name, phone_number, status) values ('" + INTERPRETER + "', '"
                        + DISTRICT + "', 'Amina', '" + AMINA.e164() + "', 'applied'), (gen_random_uuid(), '" + DISTRICT
                        + "', 'Basma', '" + BASMA.e164() + "', 'left')",
                "delete from interpreter where name = 'Basma'",
                "insert into text_opt_out (district_id, number, since) values ('" + DISTRICT + "', '" + AMINA.e164()
                        + "', '2026-11-01T08:00Z')",
                "insert into blocked_number (id, district_id, number, reason) values ('" + BLOCKED + "', '" + DISTRICT
                        + "', '" + PRANKSTER.e164() + "', 'Scherzanrufe')",
                "insert into organisation (id, district_id, name, kind, pin_hash) values ('" + ORGANISATION + "', '"
                        + DISTRICT + "', 'Praxis Dr. Lindner', 'practice', '" + PIN_HASH
                        + "'), (gen_random_uuid(), '" + DISTRICT + "', 'Schule', 'school', null)");
    }

    private String cipher(String table, String value) {
        return own.texts("select %1$s_cipher from %2$s where %1$s_cipher is not null".formatted(value, table))
                .getFirst();
    }
}
