package de.dolmetscherhotline.evaluation;

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

/** Counts again and again, so that whoever looks at the figures has little to wait for. One row of work for the installation. */
@Component
class CountWork implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(CountWork.class);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration WHILE_MORE = Duration.ofSeconds(5);

    private final Counting counting;
    private final Clock clock;

    CountWork(Counting counting, Clock clock) {
        this.counting = counting;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "count";
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return counting.catchUp()
                .doOnError(error -> log.warn("not everything counted, the next attempt will: {}", error.toString()))
                .onErrorReturn(false)
                .map(all -> new NotBefore(clock.instant().plus(all ? EVERY : WHILE_MORE)));
    }
}
