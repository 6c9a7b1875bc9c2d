package de.dolmetscherhotline.care;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.text.Texts;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells coordinators of members whose number the network could not reach: once, until it works and fails anew. */
@Component
class FailedNumbers implements Round {

    private static final String OCCASION = "number-failed";
    private static final Duration WORTH_SENDING = Duration.ofHours(4);

    private final Members members;
    private final Coordinators coordinators;
    private final Reminders reminders;
    private final Texts texts;
    private final TransactionalOperator transaction;
    private final CareSettings settings;

    FailedNumbers(
            Members members,
            Coordinators coordinators,
            Reminders reminders,
            Texts texts,
            TransactionalOperator transaction,
            CareSettings settings) {
        this.members = members;
        this.coordinators = coordinators;
        this.reminders = reminders;
        this.texts = texts;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "care-numbers";
    }

    @Override
    public Mono<Void> tidyUp() {
        return reminders.forgetNumbersThatWork(OCCASION);
    }

    @Override
    public Mono<Void> visit(District district, ZonedDateTime there) {
        if (!settings.isDaytime(there.toLocalTime())) {
            return Mono.empty();
        }
        return members.withFailedNumber(district.id())
                .collectList()
                .filter(failed -> !failed.isEmpty())
                .flatMap(failed -> tellCoordinators(district, failed));
    }

    private Mono<Void> tellCoordinators(District district, List<InterpreterId> failed) {
        return coordinators
                .of(district.id())
                .concatMap(line -> tell(line, failed).as(transaction::transactional))
                .then();
    }

    private Mono<Void> tell(Line line, List<InterpreterId> failed) {
        return Flux.fromIterable(failed)
                .filterWhen(who -> reminders.note(line.id(), who, OCCASION))
                .count()
                .filter(news -> news > 0)
                .flatMap(news -> texts.toCoordinator(line.id(), WORTH_SENDING, "alert.numbers", news));
    }
}
