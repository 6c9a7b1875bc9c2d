package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.simulator.TelephoneNetwork;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Tells browsers that some telephone looks different; what it looks like they fetch. However fast things change, a browser
 * hears of it at most five times a second, and only so many browsers may listen.
 */
@Component
@Demonstration
class Changes {

    static final int LISTENERS = 50;

    private static final Duration AT_MOST_EVERY = Duration.ofMillis(200);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final AtomicLong version = new AtomicLong();
    private final Semaphore seats = new Semaphore(LISTENERS);
    private final Sinks.Empty<Void> closing = Sinks.empty();

    Changes(TelephoneNetwork network) {
        network.onChange(this::happened);
    }

    /** Something changed that the network does not know of. */
    void happened() {
        version.incrementAndGet();
    }

    /** Fails with 503 while too many listen already. */
    Flux<ServerSentEvent<String>> events() {
        return Flux.defer(this::seated);
    }

    private Flux<ServerSentEvent<String>> seated() {
        if (!seats.tryAcquire()) {
            return Flux.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Too many pages are open."));
        }
        return Flux.merge(changed(), beats()).takeUntilOther(closing.asMono()).doFinally(signal -> seats.release());
    }

    private Flux<ServerSentEvent<String>> changed() {
        return Flux.interval(Duration.ZERO, AT_MOST_EVERY)
                .onBackpressureDrop()
                .map(tick -> version.get())
                .distinctUntilChanged()
                .map(now -> event("change", now));
    }

    /** Lets both sides notice a connection that died silently. */
    private Flux<ServerSentEvent<String>> beats() {
        return Flux.interval(HEARTBEAT).onBackpressureDrop().map(tick -> event("beat", tick));
    }

    private static ServerSentEvent<String> event(String name, long data) {
        return ServerSentEvent.builder(Long.toString(data)).event(name).build();
    }

    /** An open connection would hold up the application's end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
    }
}
