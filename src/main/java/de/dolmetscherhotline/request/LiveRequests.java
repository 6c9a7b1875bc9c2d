package de.dolmetscherhotline.request;

import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Requests as they change. The database is asked, so that it does not matter which process serves the call. */
@Component
public class LiveRequests {

    private final Requests requests;
    private final Settings settings;

    LiveRequests(Requests requests, Settings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /** The request as it is now, and after each change; completes when it is over, or there is none. */
    public Flux<InterpreterRequest> follow(UUID id, @Nullable OrganisationId owner) {
        return Flux.interval(Duration.ZERO, settings.look())
                .onBackpressureDrop()
                .concatMap(tick -> requests.byId(id, owner).singleOptional(), 1)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .distinctUntilChanged(InterpreterRequest::revision)
                .takeUntil(request -> request.status() == RequestStatus.ENDED);
    }

    /**
     * How pages follow requests.
     *
     * @param look how often the database is asked for each page that is open
     */
    @ConfigurationProperties("hotline.request")
    record Settings(@DefaultValue("1s") Duration look) {}
}
