package de.dolmetscherhotline.care;

import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import de.dolmetscherhotline.work.WorkResult.NotBefore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Makes a round through all districts, at each quarter of an hour, which all time zones have in common. One row of work for
 * the installation, so that one process at a time does it. What fails in one district does not keep the others from it; the
 * next round goes on where this one was broken off.
 */
final class RoundWork implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(RoundWork.class);
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration WHEN_BROKEN_OFF = Duration.ofMinutes(1);

    /** Less than an attempt at work may take. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Round round;
    private final Districts districts;
    private final Clock clock;

    RoundWork(Round round, Districts districts, Clock clock) {
        this.round = round;
        this.districts = districts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return round.kind();
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return round.tidyUp()
                .thenMany(districts.all())
                .concatMap(this::visit)
                .all(Boolean::booleanValue)
                .timeout(LONGEST)
                .doOnError(error -> log.warn("{}: broken off, the next round goes on: {}", kind(), error.toString()))
                .onErrorReturn(false)
                .map(complete ->
                        new NotBefore(complete ? nextQuarter() : clock.instant().plus(WHEN_BROKEN_OFF)));
    }

    /** False if it failed there. */
    private Mono<Boolean> visit(District district) {
        return Mono.defer(() -> round.visit(district, clock.instant().atZone(district.timeZone())))
                .thenReturn(true)
                .doOnError(error -> log.warn("{}: failed in district {}: {}", kind(), district.id(), error.toString()))
                .onErrorReturn(false);
    }

    private Instant nextQuarter() {
        var length = EVERY.toSeconds();
        return Instant.ofEpochSecond((clock.instant().getEpochSecond() / length + 1) * length);
    }
}
