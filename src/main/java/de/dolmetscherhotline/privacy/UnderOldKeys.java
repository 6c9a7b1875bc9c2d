package de.dolmetscherhotline.privacy;

import de.dolmetscherhotline.work.Figures;
import de.dolmetscherhotline.work.WorkQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Looks every minute whether values are encrypted under old keys, and if so orders their {@link Rotation}: an instance that is
 * still to be restarted may write some at any time. Says when the old keys are no longer needed.
 */
@Component
class UnderOldKeys implements Figures {

    private static final Logger log = LoggerFactory.getLogger(UnderOldKeys.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SealedRows rows;
    private final KeyRing keys;
    private final WorkQueue work;
    private final Clock clock;
    private Instant lastLook = Instant.MIN;
    private volatile long old = -1;

    UnderOldKeys(SealedRows rows, KeyRing keys, WorkQueue work, Clock clock, MeterRegistry metrics) {
        this.rows = rows;
        this.keys = keys;
        this.work = work;
        this.clock = clock;
        Gauge.builder("hotline.sealed.under.old.key", () -> old < 0 ? Double.NaN : old)
                .description("Encrypted values that need one of the old keys; 0: all but the first may be removed")
                .register(metrics);
    }

    @Override
    public Mono<Void> read() {
        var now = clock.instant();
        if (now.isBefore(lastLook.plus(EVERY))) {
            return Mono.empty();
        }
        lastLook = now;
        return rows.indexKeyInForce()
                .doOnNext(this::requireKnown)
                .then(rows.countUnderOthersThan(keys.encrypting()))
                .doOnNext(this::note)
                .filter(count -> count > 0)
                .flatMap(count -> work.enqueue(Rotation.KIND, "{}", 0, Duration.ZERO));
    }

    /** Another process, with other keys, may have put one in force that is not known here. */
    private void requireKnown(String indexKey) {
        if (keys.index().stream().noneMatch(key -> key.id().equals(indexKey))) {
            log.error(
                    "numbers are found under the index key '{}', which {} does not contain: restart with it, nobody is found",
                    indexKey,
                    KeyRing.INDEX_KEYS);
        }
    }

    private void note(long count) {
        if (count == 0 && old != 0 && keys.data().size() > 1) {
            log.info(
                    "everything is encrypted under the key '{}': the others may be removed from {} once this is so everywhere",
                    keys.encrypting().id(),
                    KeyRing.DATA_KEYS);
        }
        old = count;
    }
}
