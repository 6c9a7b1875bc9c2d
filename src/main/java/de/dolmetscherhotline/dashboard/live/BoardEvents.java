package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.live.Changes;
import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells open pages that a call of their district has moved, in whichever process. */
@Component
class BoardEvents {

    /** So often a page is told at most, however busy the district is. */
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(500);

    /** Lets both sides notice a connection that died silently. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    /** Then the page connects again, and is asked anew who it is. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** After so long a page that lost its connection tries again. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Changes changes;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    BoardEvents(Changes changes) {
        this.changes = changes;
    }

    Flux<ServerSentEvent<String>> of(DistrictId district) {
        var told = changes.of(CallDesk.topic(district)).sample(AT_MOST_EVERY).map(signal -> event("changed"));
        var beats = Flux.interval(Duration.ZERO, BEAT).onBackpressureDrop().map(tick -> event("beat"));
        return told.mergeWith(beats).take(LONGEST).takeUntilOther(closing.asMono());
    }

    private static ServerSentEvent<String> event(String name) {
        return ServerSentEvent.builder("").event(name).retry(RETRY).build();
    }

    /** An open connection would hold up the application's end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
    }
}
