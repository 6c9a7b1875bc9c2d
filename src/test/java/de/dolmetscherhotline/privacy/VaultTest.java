package de.dolmetscherhotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.TestKeys;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final PhoneNumber AMINA = new PhoneNumber("+491713920001");
    private static final PhoneNumber BASMA = new PhoneNumber("+491713920002");
    private static final UUID OWNER = UUID.fromString("6a4ee53a-1a6b-4c3e-9f0f-6c1ad2b8a001");

    private final Vault vault = TestVault.with("d1", "i1");

    @Test
    void whatWasSealedIsOpened() {
        for (Field field : Field.values()) {
            var sealed = vault.seal(field, OWNER, AMINA);
            assertThat(vault.number(field, OWNER, sealed.cipher())).isEqualTo(AMINA);
        }
    }

    @Test
    void nothingOfTheNumberIsSeenInWhatIsStored() {
        var sealed = vault.seal(Field.CALLS, OWNER, AMINA);

        assertThat(sealed.cipher()).startsWith("1.d1.").doesNotContain("3920001");
        assertThat(sealed.indexes()).singleElement().asString().matches("i1\\.[\\w-]{43}");
    }

    @Test
    void sameNumberLooksDifferentEachTimeButIsFoundByTheSameHash() {
        var once = vault.seal(Field.CALLS, OWNER, AMINA);
        var again = vault.seal(Field.CALLS, OWNER, AMINA);

        assertThat(once.cipher()).isNotEqualTo(again.cipher());
        assertThat(once.indexes()).isEqualTo(again.indexes());
        assertThat(vault.indexes(Field.CALLS, AMINA)).containsExactly(once.candidates());
        assertThat(vault.indexes(Field.CALLS, BASMA)).doesNotContain(once.candidates());
    }

    @Test
    void hashesCanBeComparedBetweenAnInterpretersNumbersAndOptOutsOnly() {
        var hashes = Stream.of(Field.CALLS, Field.TEXTS, Field.TEXT_OPT_OUT)
                .map(field -> vault.indexes(field, AMINA)[0])
                .distinct();

        assertThat(hashes).hasSize(1);
        assertThat(vault.indexes(Field.BLOCKED, AMINA)).doesNotContain(vault.indexes(Field.CALLS, AMINA));
        assertThat(vault.indexes(Field.PIN, AMINA))
                .doesNotContain(vault.indexes(Field.CALLS, AMINA))
                .doesNotContain(vault.indexes(Field.BLOCKED, AMINA));
    }

    @Test
    void cipherOfAnotherRowIsNotOpened() {
        var sealed = vault.seal(Field.CALLS, OWNER, AMINA);

        assertUnreadable(vault, Field.CALLS, UUID.randomUUID(), sealed.cipher());
    }

    @Test
    void cipherOfAnotherFieldIsNotOpened() {
        for (Field from : Field.values()) {
            var sealed = vault.seal(from, OWNER, AMINA);
            Stream.of(Field.values())
                    .filter(field -> field != from)
                    .forEach(field -> assertUnreadable(vault, field, OWNER, sealed.cipher()));
        }
    }

    @Test
    void cipherOfWhichOneBitWasChangedIsNotOpened() {
        var parts = vault.seal(Field.CALLS, OWNER, AMINA).cipher().split("\\.", -1);
        byte[] message = Base64.getUrlDecoder().decode(parts[2]);
        for (int bit = 0; bit < message.length * 8; bit++) {
            byte[] changed = message.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertUnreadable(vault, Field.CALLS, OWNER, "1.d1." + encoded(changed));
        }
    }

    @Test
    void cipherThatWasCutOffIsNotOpened() {
        var parts = vault.seal(Field.CALLS, OWNER, AMINA).cipher().split("\\.", -1);
        byte[] message = Base64.getUrlDecoder().decode(parts[2]);
        for (int length = 0; length < message.length; length++) {
            assertUnreadable(vault, Field.CALLS, OWNER, "1.d1." + encoded(Arrays.copyOf(message, length)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.d1", "1.d1.", "1.d1.%%%", "2.d1.AAAA", "1.d1.AAAA.AAAA", "+491713920001"})
    void whatWasNeverSealedIsNotOpened(String cipher) {
        assertUnreadable(vault, Field.CALLS, OWNER, cipher);
    }

    @Test
    void cipherUnderAnUnknownKeyIsNotOpenedAndTheKnownOnesAreNamed() {
        var sealed = TestVault.with("lost", "i1").seal(Field.CALLS, OWNER, AMINA);

        assertThatThrownBy(() -> TestVault.with("d2 d1", "i1").number(Field.CALLS, OWNER, sealed.cipher()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("HOTLINE_DATA_KEYS does not contain")
                .hasMessageContaining("d2, d1");
    }

    @Test
    void anotherKeyUnderTheSameNameDoesNotOpen() {
        var sealed = vault.seal(Field.CALLS, OWNER, AMINA);
        var other = new Vault(new KeyRing(TestKeys.entry("d1", "another one"), TestKeys.INDEX));

        assertUnreadable(other, Field.CALLS, OWNER, sealed.cipher());
    }

    @Test
    void oldKeysOpenAndFindWhatTheySealedAndTheFirstSealsAnew() {
        var old = vault.seal(Field.CALLS, OWNER, AMINA);
        var rotating = TestVault.with("d2 d1", "i2 i1");

        assertThat(rotating.number(Field.CALLS, OWNER, old.cipher())).isEqualTo(AMINA);
        assertThat(rotating.indexes(Field.CALLS, AMINA)).hasSize(2).contains(old.candidates());
        assertThat(rotating.seal(Field.CALLS, OWNER, AMINA).cipher()).startsWith("1.d2.");
        assertThat(rotating.resealed(Field.CALLS, OWNER, old.cipher())).startsWith("1.d2.");
    }

    @Test
    void pseudonymsOfOnePurposeCanBeComparedAndHideTheNumber() {
        var pseudonym = vault.pseudonym("pin", AMINA.e164());

        assertThat(pseudonym).matches("[\\w-]{43}").isEqualTo(vault.pseudonym("pin", AMINA.e164()));
        assertThat(vault.pseudonym("application", AMINA.e164())).isNotEqualTo(pseudonym);
        assertThat(TestVault.with("d1", "i2").pseudonym("pin", AMINA.e164())).isNotEqualTo(pseudonym);
    }

    private static String encoded(byte[] message) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(message);
    }

    private static void assertUnreadable(Vault vault, Field field, UUID owner, String cipher) {
        assertThatThrownBy(() -> vault.number(field, owner, cipher))
                .isInstanceOf(Unreadable.class)
                .hasMessageNotContaining("171392");
    }
}
