package de.dolmetscherhotline.idempotency;

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

/** Deletes, again and again, answers that no longer count. One row of work does it. */
@Component
class ForgetAnswers implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(ForgetAnswers.class);
    private static final Duration EVERY = Duration.ofMinutes(30);

    private final GivenAnswers answers;
    private final Clock clock;

    ForgetAnswers(GivenAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "idempotency";
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return Mono.defer(() -> answers.forget(clock.instant().minus(Idempotency.KEPT)))
                .doOnError(error -> log.warn("could not delete old answers, the next time will: {}", error.toString()))
                .onErrorComplete()
                .then(Mono.fromSupplier(() -> new NotBefore(clock.instant().plus(EVERY))));
    }
}
