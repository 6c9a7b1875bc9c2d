package de.dolmetscherhotline.call.guest;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.live.Changes;
import de.dolmetscherhotline.live.Changes.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The third parties of a call as they change, whichever process hears of it. How they stand is read from the database; that
 * something has changed is heard through Redis, and while that is away seen by looking now and then.
 */
@Component
public class GuestNews {

    private final GuestBook book;
    private final Changes changes;
    private final GuestSettings settings;

    GuestNews(GuestBook book, Changes changes, GuestSettings settings) {
        this.book = book;
        this.changes = changes;
        this.settings = settings;
    }

    /**
     * All who were invited into a call, now and after each change. Ends if there is no such call, or no more.
     *
     * @param behalf whose call it must be; null for any
     */
    public Flux<List<Guest>> follow(CallId call, @Nullable OrganisationId behalf) {
        return looks(call)
                .concatMap(look -> book.ofCall(call, behalf).singleOptional(), 1)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .distinctUntilChanged();
    }

    private Flux<Signal> looks(CallId call) {
        var now = Flux.interval(Duration.ZERO, settings.look()).map(tick -> Signal.CHANGED);
        return now.mergeWith(changes.of(topic(call))).onBackpressureLatest();
    }

    /** Something has changed, and is committed. */
    Mono<Void> tell(CallId call) {
        return changes.publish(topic(call));
    }

    private static String topic(CallId call) {
        return "guests:" + call;
    }
}
