package de.dolmetscherhotline.selfservice;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Sealed;
import de.dolmetscherhotline.privacy.Vault;
import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The PINs of volunteers, sealed. */
@Repository
public class VolunteerPins {

    private static final Pattern FORM = Pattern.compile("[0-9]{4,6}");
    private static final Pattern ONE_DIGIT = Pattern.compile("(.)\\1*");
    private static final String UPWARDS = "01234567890";
    private static final String DOWNWARDS = "09876543210";

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    VolunteerPins(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether it has 4 to 6 digits. */
    public static boolean isPin(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether it is among those that everybody tries first: one digit only, or digits in order. */
    public static boolean isEasilyGuessed(String pin) {
        return ONE_DIGIT.matcher(pin).matches() || UPWARDS.contains(pin) || DOWNWARDS.contains(pin);
    }

    /**
     * Replaces her PIN; false if there is no such member.
     *
     * @throws IllegalArgumentException if it is none, or easily guessed
     */
    public Mono<Boolean> set(InterpreterId who, String pin) {
        if (!isPin(pin) || isEasilyGuessed(pin)) {
            throw new IllegalArgumentException("not a usable PIN");
        }
        return store(who, vault.seal(Field.VOLUNTEER_PIN, who.value(), secret(who, pin)));
    }

    private Mono<Boolean> store(InterpreterId who, Sealed pin) {
        return database.sql("""
                        insert into volunteer_pin (interpreter_id, pin_cipher, pin_index, set_at)
                        select id, :cipher, index_in_force(:indexes), :now from interpreter where id = :who
                        on conflict (interpreter_id) do update
                        set pin_cipher = excluded.pin_cipher, pin_index = excluded.pin_index, set_at = excluded.set_at""")
                .bind("who", who.value())
                .bind("cipher", pin.cipher())
                .bind("indexes", pin.candidates())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** She has none any more; false if she had none. */
    Mono<Boolean> remove(InterpreterId who) {
        return database.sql("delete from volunteer_pin where interpreter_id = :who")
                .bind("who", who.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Boolean> hasOne(InterpreterId who) {
        return database.sql("select exists (select from volunteer_pin where interpreter_id = :who)")
                .bind("who", who.value())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Boolean> isRight(InterpreterId who, String pin) {
        return database.sql("""
                        select exists (select from volunteer_pin
                                       where interpreter_id = :who and pin_index = any(:indexes))""")
                .bind("who", who.value())
                .bind("indexes", vault.indexes(Field.VOLUNTEER_PIN, secret(who, pin)))
                .mapValue(Boolean.class)
                .one();
    }

    /** Nobody learns from the hashes who has the same PIN. */
    private static String secret(InterpreterId who, String pin) {
        return who + " " + pin;
    }
}
