package de.dolmetscherhotline.apikey;

import de.dolmetscherhotline.access.OrganisationKeys;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.Blocked;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.Recognised;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.TooOften;
import de.dolmetscherhotline.access.OrganisationKeys.Recognition.Unknown;
import de.dolmetscherhotline.apikey.StoredKeys.Entry;
import de.dolmetscherhotline.live.Attempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whom keys let in, and how often. What cannot be a key is refused without asking the database. */
@Component
class KeyRecognition implements OrganisationKeys {

    /** Requests with keys, as they are counted. */
    static final String LIMIT = "organisation-key";

    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final Duration USE_KEPT_EVERY = Duration.ofMinutes(1);

    private final StoredKeys keys;
    private final Attempts attempts;
    private final KeySettings settings;
    private final Clock clock;

    KeyRecognition(StoredKeys keys, Attempts attempts, KeySettings settings, Clock clock) {
        this.keys = keys;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<Recognition> recognise(String text) {
        return Mono.justOrEmpty(Key.of(text))
                .flatMap(key -> keys.find(key.hash()))
                .flatMap(this::admit)
                .defaultIfEmpty(new Unknown());
    }

    private Mono<Recognition> admit(Entry entry) {
        return entry.blocked() ? Mono.just(new Blocked()) : count(entry);
    }

    private Mono<Recognition> count(Entry entry) {
        var key = entry.holder().key();
        return attempts.untilAllowed(LIMIT, key.toString(), settings.requestsPerKey(), WINDOW)
                .flatMap(wait -> wait.isZero()
                        ? keepUse(key, entry).thenReturn(new Recognised(entry.holder(), Set.copyOf(entry.scopes())))
                        : Mono.just(new TooOften(wait)));
    }

    private Mono<Void> keepUse(UUID key, Entry entry) {
        var now = clock.instant();
        return isRecent(entry, now) ? Mono.empty() : keys.used(key, now);
    }

    private static boolean isRecent(Entry entry, Instant now) {
        var last = entry.lastUsedAt();
        return last != null && now.isBefore(last.plus(USE_KEPT_EVERY));
    }
}
