package de.dolmetscherhotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.StartupRefused;
import de.dolmetscherhotline.testsupport.TestKeys;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Which keys are in force, and which start is refused. */
class KeysInForceIT extends OwnDatabaseIT {

    @BeforeEach
    void startedBefore() {
        start(TestVault.keys("d1", "i1"));
        addDistrict();
    }

    @Test
    void startWithTheSameKeysChangesNothing() {
        addInterpreter(TestVault.with("d1", "i1"), AMINA);
        var before = own.texts("select count(*) from flyway_schema_history");

        start(TestVault.keys("d1", "i1"));

        assertThat(own.texts("select count(*) from flyway_schema_history")).isEqualTo(before);
    }

    @Test
    void newIndexKeyInFrontIsPutInForceAndEverybodyIsFoundByWhoeverKnowsIt() {
        var amina = addInterpreter(TestVault.with("d1", "i1"), AMINA);
        start(TestVault.keys("d1", "i1 i2"));
        assertThat(own.texts("select index_key from installation")).containsExactly("i1");

        start(TestVault.keys("d1", "i2 i1"));

        assertThat(own.texts("select index_key from installation")).containsExactly("i2");
        assertThat(own.texts("select number_index from interpreter_number"))
                .allSatisfy(index -> assertThat(index).startsWith("i2."));
        assertThat(found(TestVault.with("d1", "i2"), AMINA)).containsExactly(amina);
        assertThat(found(TestVault.with("d1", "i1 i2"), AMINA)).containsExactly(amina);
    }

    @Test
    void whoStillHasTheOldIndexKeyInFrontWritesUnderTheOneInForce() {
        start(TestVault.keys("d1", "i2 i1"));

        var basma = addInterpreter(TestVault.with("d1", "i1 i2"), BASMA);

        assertThat(found(TestVault.with("d1", "i2"), BASMA)).containsExactly(basma);
        assertThatThrownBy(() -> addInterpreter(TestVault.with("d1", "i2"), BASMA))
                .hasMessageContaining("interpreter_number_names_one");
    }

    @Test
    void whoDoesNotKnowTheIndexKeyInForceCannotWrite() {
        start(TestVault.keys("d1", "i2"));

        assertThatThrownBy(() -> addInterpreter(TestVault.with("d1", "i1"), AMINA))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("none of the index keys of this process is in force");
    }

    @Test
    void lostIndexKeyIsReplacedBecauseHashesComeFromWhatIsEncrypted() {
        var amina = addInterpreter(TestVault.with("d1", "i1"), AMINA);

        start(TestVault.keys("d1", "i9"));

        assertThat(found(TestVault.with("d1", "i9"), AMINA)).containsExactly(amina);
    }

    @Test
    void manyAreIndexedAnew() {
        var vault = TestVault.with("d1", "i1");
        for (int n = 0; n < 1100; n++) {
            addInterpreter(vault, new PhoneNumber("+4917139200%05d".formatted(n)));
        }
        start(TestVault.keys("d1", "i2 i1"));

        assertThat(own.texts("select count(*) from interpreter_number where number_index like 'i2.%'"))
                .containsExactly("1100");
    }

    @Test
    void startWithoutAKeyThatIsStillNeededIsRefused() {
        addInterpreter(TestVault.with("d1", "i1"), AMINA);

        assertRefused(
                () -> start(TestVault.keys("d2", "i1")),
                "1 values of CALLS in the database are encrypted under the key 'd1', which HOTLINE_DATA_KEYS does not contain");
        start(TestVault.keys("d2 d1", "i1"));
    }

    @Test
    void anotherKeyUnderAKnownNameIsRefused() {
        var otherData = new KeyRing(TestKeys.entry("d1", "another one"), TestVault.entries("i1", "index"));
        var otherIndex = new KeyRing(TestVault.entries("d1", "data"), TestKeys.entry("i1", "another one"));

        assertRefused(() -> start(otherData), "'d1' of HOTLINE_DATA_KEYS is not the one that this database knows");
        assertRefused(() -> start(otherIndex), "'i1' of HOTLINE_INDEX_KEYS is not the one that this database knows");
    }

    @Test
    void refusedStartLeavesEverythingAsItWas() {
        var amina = addInterpreter(TestVault.with("d1", "i1"), AMINA);
        assertRefused(() -> start(TestVault.keys("d2", "i2")), "which HOTLINE_DATA_KEYS does not contain");

        assertThat(own.texts("select name from known_key order by name")).containsExactly("d1", "i1");
        start(TestVault.keys("d1", "i1"));
        assertThat(found(TestVault.with("d1", "i1"), AMINA)).containsExactly(amina);
    }

    private static void assertRefused(ThrowingCallable start, String problem) {
        assertThatThrownBy(start)
                .hasRootCauseInstanceOf(StartupRefused.class)
                .rootCause()
                .hasMessageContaining(problem);
    }
}
