package de.dolmetscherhotline.organisation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Turns PINs into what is stored of them, sealed: a hash with the key of this installation, useless elsewhere. That key is in
 * the database, and there are few PINs: it is the vault that keeps whoever reads the database from trying them all.
 */
@Component
class Pins {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private static final int MADE_UP = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Mono<Key> key;

    Pins(DatabaseClient database) {
        this.key = database.sql("select pin_key from installation")
                .mapValue(String.class)
                .one()
                .<Key>map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .cache(known -> FOR_EVER, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Six digits. */
    static String random() {
        return "%06d".formatted(RANDOM.nextInt(MADE_UP));
    }

    Mono<String> hash(String pin) {
        return key.map(known -> hash(known, pin));
    }

    private static String hash(Key key, String pin) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(pin.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
