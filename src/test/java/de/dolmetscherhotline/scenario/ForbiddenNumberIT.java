package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A number got into the records past every check, for instance by hand. */
class ForbiddenNumberIT extends PhoneScriptIT {

    private static final String PREMIUM = "+499001234567";

    @Autowired
    private MeterRegistry registry;

    @Autowired
    private Vault vault;

    @Test
    void expensiveNumberIsNotDialledAndTheCallerIsServedBySomebodyElse() {
        var before = refusedDials();
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        changeNumber(amina.id());
        var doctor = practice().dials(line).presses("1");
        seconds(3);

        basma.isRinging().accepts();
        seconds(5);

        doctor.talksWith(basma);
        assertThat(dials())
                .allSatisfy(dial -> assertThat(dial.params().get("To")).isNotEqualTo(PREMIUM));
        assertThat(sessions().fatesOf(amina)).containsExactly("unreachable");
        assertThat(refusedDials()).isEqualTo(before + 1);
        amina.isFree();
    }

    private void changeNumber(UUID interpreter) {
        var sealed = vault.seal(Field.CALLS, interpreter, new PhoneNumber(PREMIUM));
        database()
                .sql("update interpreter_number set number_cipher = :cipher, number_index = index_in_force(:indexes)"
                        + " where interpreter_id = :id")
                .bind("cipher", sealed.cipher())
                .bind("indexes", sealed.candidates())
                .bind("id", interpreter)
                .then()
                .block();
    }

    private double refusedDials() {
        return registry.counter("hotline.dials.refused", "reason", "special").count();
    }
}
