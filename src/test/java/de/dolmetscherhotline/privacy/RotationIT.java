package de.dolmetscherhotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.work.WorkQueue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** What is encrypted under an old key is encrypted anew while the service runs. */
class RotationIT extends OwnDatabaseIT {

    private static final int MORE_THAN_A_BATCH = 1100;

    @Autowired
    private WorkQueue work;

    private final Vault before = TestVault.with("d1", "i1");
    private final KeyRing keys = TestVault.keys("d2 d1", "i1");
    private final Vault vault = new Vault(keys);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeEach
    void startedWithTheOldKeyAndThenWithBoth() {
        start(TestVault.keys("d1", "i1"));
        addDistrict();
    }

    @AfterEach
    void nothingWaits() {
        database().sql("delete from work where kind = 'rotation'").then().block();
    }

    @Test
    void everyFieldIsEncryptedAnewAndStaysReadable() {
        var amina = addInterpreter(before, AMINA);
        var blocked = UUID.randomUUID();
        var organisation = UUID.randomUUID();
        var letter = UUID.randomUUID();
        own.sql(
                "insert into text_opt_out (district_id, number_cipher, number_index, since) values ('" + DISTRICT
                        + "', " + sealed(Field.TEXT_OPT_OUT, DISTRICT, AMINA.e164()) + ", now())",
                "insert into blocked_number (id, district_id, number_cipher, number_index, reason) values ('" + blocked
                        + "', '" + DISTRICT + "', " + sealed(Field.BLOCKED, blocked, PRANKSTER.e164()) + ", 'x')",
                "insert into organisation (id, district_id, name, kind, pin_cipher, pin_index) values ('" + organisation
                        + "', '" + DISTRICT + "', 'Praxis', 'practice', " + sealed(Field.PIN, organisation, "hash")
                        + ")",
                "insert into webhook (organisation_id, version, url, secret_cipher, secret_index, created_at) values ('"
                        + organisation + "', '" + organisation + "', 'https://example.org', "
                        + sealed(Field.WEBHOOK_SECRET, organisation, "whsec_") + ", now())",
                "insert into letter (id, content_cipher, content_index, ordered_at, worth_until) values ('" + letter
                        + "', " + sealed(Field.LETTER, letter, "Guten Tag") + ", now(), now() + interval '1 hour')");
        start(keys);

        assertThat(rotation().run().block()).isEqualTo(6);

        assertThat(rows().countUnderOthersThan(keys.encrypting()).block()).isZero();
        start(TestVault.keys("d2", "i1"));
        var after = TestVault.with("d2", "i1");
        assertThat(after.number(Field.CALLS, amina, one("select number_cipher from interpreter_number")))
                .isEqualTo(AMINA);
        assertThat(after.number(Field.TEXT_OPT_OUT, DISTRICT, one("select number_cipher from text_opt_out")))
                .isEqualTo(AMINA);
        assertThat(after.number(Field.BLOCKED, blocked, one("select number_cipher from blocked_number")))
                .isEqualTo(PRANKSTER);
        assertThat(after.open(Field.PIN, organisation, one("select pin_cipher from organisation")))
                .isEqualTo("hash");
        assertThat(after.open(Field.WEBHOOK_SECRET, organisation, one("select secret_cipher from webhook")))
                .isEqualTo("whsec_");
        assertThat(after.open(Field.LETTER, letter, one("select content_cipher from letter")))
                .isEqualTo("Guten Tag");
        assertThat(found(after, AMINA)).containsExactly(amina);
    }

    @Test
    void twoInstancesAtOnceDoItOnceAndAThirdTimeThereIsNothingToDo() {
        for (int n = 0; n < MORE_THAN_A_BATCH; n++) {
            addInterpreter(before, new PhoneNumber("+4917139200%05d".formatted(n)));
        }

        var both = Mono.zip(rotation().run(), rotation().run(), Long::sum).block();

        assertThat(both).isEqualTo(MORE_THAN_A_BATCH);
        assertThat(rotation().run().block()).isZero();
        assertThat(rows().countUnderOthersThan(keys.encrypting()).block()).isZero();
    }

    @Test
    void whatCannotBeReadIsLeftAndDoesNotHoldUpTheRest() {
        addInterpreter(before, AMINA);
        var broken = addInterpreter(before, BASMA);
        own.sql("update interpreter_number set number_cipher = '1.d1.AAAA' where interpreter_id = '" + broken + "'");

        assertThat(rotation().run().block()).isEqualTo(1);

        assertThat(rows().countUnderOthersThan(keys.encrypting()).block()).isEqualTo(1);
    }

    @Test
    void numberThatIsReplacedMeanwhileIsLeftAlone() {
        var amina = addInterpreter(before, AMINA);
        var seen = one("select number_cipher from interpreter_number");
        own.sql("update interpreter_number set number_cipher = '"
                + vault.seal(Field.CALLS, amina, BASMA).cipher() + "'");

        var replaced = rows().replace(Field.CALLS, Map.of(seen, vault.resealed(Field.CALLS, amina, seen)));

        assertThat(replaced.block()).isZero();
        assertThat(vault.number(Field.CALLS, amina, one("select number_cipher from interpreter_number")))
                .isEqualTo(BASMA);
    }

    @Test
    void rotationIsOrderedAsLongAsOldKeysAreNeededAndTheMetricSaysHowMuchIsLeft() {
        addInterpreter(before, AMINA);
        var figures = new UnderOldKeys(rows(), keys, work, TestTelephony.CLOCK, metrics);
        assertThat(left()).isNaN();

        figures.read().block();
        assertThat(left()).isEqualTo(1);
        assertThat(ordered()).isEqualTo(1);

        rotation().run().block();
        figures.read().block();
        assertThat(left()).as("not looked at again within a minute").isEqualTo(1);
        TestTelephony.CLOCK.pass(Duration.ofMinutes(1));
        figures.read().block();
        assertThat(left()).isZero();
        assertThat(ordered()).isEqualTo(1);
    }

    private Rotation rotation() {
        return new Rotation(rows(), vault, keys);
    }

    private SealedRows rows() {
        return new SealedRows(own.client());
    }

    private double left() {
        return metrics.get("hotline.sealed.under.old.key").gauge().value();
    }

    private long ordered() {
        return database()
                .sql("select count(*) from work where kind = 'rotation'")
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private String one(String query) {
        assertThat(own.texts(query)).hasSize(1);
        return own.texts(query).getFirst();
    }

    private String sealed(Field field, UUID owner, String value) {
        var sealed = before.seal(field, owner, value);
        return "'" + sealed.cipher() + "', '" + sealed.indexes().getFirst() + "'";
    }
}
