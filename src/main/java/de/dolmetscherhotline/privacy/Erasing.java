package de.dolmetscherhotline.privacy;

import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import de.dolmetscherhotline.work.WorkResult.NotBefore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Erases, again and again, what was kept long enough. One row of work does it; what fails does not keep the rest. */
@Component
class Erasing implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(Erasing.class);
    private static final Duration EVERY = Duration.ofMinutes(30);

    private final List<Retention> kept;
    private final Clock clock;

    Erasing(List<Retention> kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "retention";
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return Flux.fromIterable(kept)
                .concatMap(this::erase)
                .then(Mono.fromSupplier(() -> new NotBefore(clock.instant().plus(EVERY))));
    }

    private Mono<Void> erase(Retention one) {
        return Mono.defer(() -> one.eraseOld(clock.instant()))
                .doOnError(error -> log.warn(
                        "{} could not erase what is old, the next time will: {}",
                        one.getClass().getSimpleName(),
                        error.toString()))
                .onErrorComplete();
    }
}
