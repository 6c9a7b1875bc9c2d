package de.dolmetscherhotline.request;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.live.Changes;
import de.dolmetscherhotline.live.Changes.Signal;
import de.dolmetscherhotline.live.OpenStreams;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Requests as they change, whichever process serves the call. What has changed is read from the database; that something has is
 * heard through Redis, and while that is away seen by looking now and then.
 */
@Component
public class LiveRequests {

    private final Requests requests;
    private final Changes changes;
    private final Settings settings;
    private final OpenStreams<OrganisationId> open;

    LiveRequests(Requests requests, Changes changes, Settings settings) {
        this.requests = requests;
        this.changes = changes;
        this.settings = settings;
        open = new OpenStreams<>(settings.streams());
    }

    /**
     * The request as it is now, and after each change; completes when it is over, or there is none. Fails with status 429 if
     * its organisation has too many pages open.
     *
     * @param owner null = whoever's it is
     */
    public Flux<InterpreterRequest> follow(UUID id, @Nullable OrganisationId owner) {
        return owner == null ? seen(id, null) : open.of(owner, seen(id, owner));
    }

    private Flux<InterpreterRequest> seen(UUID id, @Nullable OrganisationId owner) {
        return requests.byId(id, owner)
                .flatMapMany(request -> looks(request)
                        .concatMap(look -> requests.byId(id, owner).singleOptional(), 1)
                        .takeWhile(Optional::isPresent)
                        .map(Optional::orElseThrow)
                        .distinctUntilChanged(InterpreterRequest::revision)
                        .takeUntil(seen -> seen.status() == RequestStatus.ENDED));
    }

    /** When to look: now, and whenever something may have changed. */
    private Flux<Signal> looks(InterpreterRequest request) {
        var now = Flux.interval(Duration.ZERO, settings.look()).map(tick -> Signal.CHANGED);
        var told = Mono.justOrEmpty(request.call()).flatMapMany(call -> changes.of(topic(call)));
        return now.mergeWith(told).onBackpressureLatest();
    }

    static String topic(CallId call) {
        return "request:" + call;
    }

    /**
     * How pages follow requests.
     *
     * @param look how often the database is asked for each page that is open, besides whenever something is heard
     * @param streams how many pages an organisation may have open with one process
     */
    @ConfigurationProperties("hotline.request")
    record Settings(
            @DefaultValue("3s") Duration look,
            @DefaultValue("200") int streams) {}
}
