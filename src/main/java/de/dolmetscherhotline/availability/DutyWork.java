package de.dolmetscherhotline.availability;

import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import de.dolmetscherhotline.work.WorkResult.NotBefore;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Works out anew whose duty has become out of date, every minute, so that lists and coverage are right also while nobody
 * calls; a search does it for itself. One row of work for the installation.
 */
@Component
class DutyWork implements WorkHandler {

    static final String KIND = "duty";

    private static final Logger log = LoggerFactory.getLogger(DutyWork.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Availabilities availabilities;
    private final Clock clock;

    DutyWork(Availabilities availabilities, Clock clock) {
        this.availabilities = availabilities;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return availabilities
                .refreshStale()
                .doOnError(
                        error -> log.warn("duty not brought up to date, the next attempt will: {}", error.toString()))
                .onErrorComplete()
                .then(Mono.fromSupplier(() -> new NotBefore(clock.instant().plus(EVERY))));
    }
}
