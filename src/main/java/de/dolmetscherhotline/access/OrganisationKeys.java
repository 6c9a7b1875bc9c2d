package de.dolmetscherhotline.access;

import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Knows the keys of organisations. A port: whoever keeps the keys implements it. */
public interface OrganisationKeys {

    /**
     * Whom this key lets in. Each time counts as a request with it.
     *
     * @param key as it was sent, whatever it is
     */
    Mono<Recognition> recognise(String key);

    /** What is known of a key. */
    sealed interface Recognition {

        /** It lets somebody in. */
        record Recognised(KeyHolder holder, Set<Scope> scopes) implements Recognition {

            public Recognised {
                scopes = Set.copyOf(scopes);
            }
        }

        /** It is none, or one that was revoked. */
        record Unknown() implements Recognition {}

        /** It would let somebody in, but the organisation is blocked. */
        record Blocked() implements Recognition {}

        /**
         * It was used too often.
         *
         * @param pause until it may be used again
         */
        record TooOften(Duration pause) implements Recognition {}
    }
}
