package de.dolmetscherhotline.live;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Stands in for what must not be seen in Redis, such as a caller's number: a hash with the key of this installation, the
 * same in all processes. Without the key a number would be found by trying them all.
 */
@Component
class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final Mono<Key> key;

    Pseudonyms(DatabaseClient database) {
        this.key = database.sql("select pin_key from installation")
                .mapValue(String.class)
                .one()
                .<Key>map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .cache(known -> FOR_EVER, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /**
     * The pseudonym of a subject.
     *
     * @param purpose subjects of different purposes cannot be compared
     */
    Mono<String> of(String purpose, String subject) {
        return key.map(known -> hash(known, "pseudonym\n" + purpose + "\n" + subject));
    }

    private static String hash(Key key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
