package de.dolmetscherhotline.apikey;

import de.dolmetscherhotline.access.Scope;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Issues keys to organisations and revokes them. */
@Component
public class KeyIssuing {

    private final StoredKeys keys;
    private final Clock clock;

    KeyIssuing(StoredKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A new key.
     *
     * @param text what the organisation's software sends; it can never be read again
     */
    public record Issued(StoredKey key, String text) {

        /** Without the key. */
        @Override
        public String toString() {
            return "Issued " + key.id();
        }
    }

    /** Fails with a DataIntegrityViolationException that names the violated constraint. */
    public Mono<Issued> issue(OrganisationId organisation, String name, List<Scope> scopes) {
        return Mono.defer(() -> {
            var key = Key.random();
            var stored = new StoredKey(
                    UUID.randomUUID(),
                    organisation,
                    name,
                    scopes.stream().distinct().toList(),
                    clock.instant(),
                    null,
                    null);
            return keys.add(stored, key.hash()).thenReturn(new Issued(stored, key.text()));
        });
    }

    /** Newest first, also those that were revoked. */
    public Flux<StoredKey> of(OrganisationId organisation) {
        return keys.page(organisation, Integer.MAX_VALUE, 0);
    }

    /** From the next request on it lets nobody in. False if there is no such key. */
    public Mono<Boolean> revoke(OrganisationId organisation, UUID key) {
        return keys.revoke(organisation, key, clock.instant());
    }
}
