package de.dolmetscherhotline.training;

import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.training.Training.Meeting;
import de.dolmetscherhotline.training.Trainings.Counted;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Adds trainings, and changes or removes them as far as nobody relies on them. */
@Component
public class Planning {

    private final Trainings trainings;
    private final TransactionalOperator transaction;

    Planning(Trainings trainings, TransactionalOperator transaction) {
        this.trainings = trainings;
        this.transaction = transaction;
    }

    /** What came of a change. */
    public enum Change {
        DONE,
        NO_SUCH_TRAINING,
        /** It is not in the version any more that was to be replaced. */
        OUTDATED,
        /** More have registered than there would be places. */
        TOO_FEW_PLACES,
        /** People of its district have registered. */
        OTHER_DISTRICT,
        /** Attendance is recorded: its dates and what it confers stay, and it cannot be removed. */
        ATTENDED
    }

    /**
     * Adds it, unless there is one with its id.
     *
     * @return whether it was added; fails with a DataIntegrityViolationException that names the violated constraint
     */
    public Mono<Boolean> add(Training training) {
        return trainings.add(training);
    }

    /**
     * Replaces all of it but its participants.
     *
     * @param expected the version that is to be replaced
     */
    public Mono<Change> replace(Training training, ExpectedVersion expected) {
        return trainings
                .lock(training.id())
                .map(before -> expected.admits(before.version()) ? replacing(before, training) : Change.OUTDATED)
                .delayUntil(change -> change == Change.DONE ? trainings.replace(training) : Mono.empty())
                .defaultIfEmpty(Change.NO_SUCH_TRAINING)
                .as(transaction::transactional);
    }

    /** Registrations go with it. */
    public Mono<Change> remove(UUID id) {
        return trainings
                .lock(id)
                .map(before -> before.attended() > 0 ? Change.ATTENDED : Change.DONE)
                .delayUntil(change -> change == Change.DONE ? trainings.remove(id) : Mono.empty())
                .defaultIfEmpty(Change.NO_SUCH_TRAINING)
                .as(transaction::transactional);
    }

    private static Change replacing(Counted before, Training after) {
        var places = after.places();
        if (places != null && places < before.registered()) {
            return Change.TOO_FEW_PLACES;
        }
        if (before.registered() > 0 && !before.training().district().equals(after.district())) {
            return Change.OTHER_DISTRICT;
        }
        return before.attended() > 0 && !confersTheSame(before.training(), after) ? Change.ATTENDED : Change.DONE;
    }

    private static boolean confersTheSame(Training before, Training after) {
        return Objects.equals(before.confers(), after.confers())
                && times(before).equals(times(after));
    }

    private static List<List<Instant>> times(Training training) {
        return training.dates().stream()
                .map((Meeting date) -> List.of(date.startsAt(), date.endsAt()))
                .toList();
    }
}
