package de.dolmetscherhotline.live;

import de.dolmetscherhotline.platform.Problems;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;

/**
 * Streams that stay open while somebody looks, and cost something meanwhile. So that nobody takes what all need, one owner has so
 * many in this process and no more.
 *
 * @param <K> who owns them
 */
public final class OpenStreams<K> {

    private final int most;
    private final Map<K, Integer> open = new ConcurrentHashMap<>();

    public OpenStreams(int most) {
        this.most = most;
    }

    /** The stream itself, or a problem with status 429 if its owner has too many open. */
    public <T> Flux<T> of(K owner, Flux<T> stream) {
        return Flux.defer(() -> {
            if (open.merge(owner, 1, Integer::sum) > most) {
                closed(owner);
                return Flux.error(Problems.tooMany("Too many event streams are open. Please close some."));
            }
            return stream.doFinally(end -> closed(owner));
        });
    }

    private void closed(K owner) {
        open.computeIfPresent(owner, (one, count) -> count == 1 ? null : count - 1);
    }
}
