package de.dolmetscherhotline.training;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.training.Trainings.Counted;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Who registers for a training and who was there. What attendance confers is conferred, or taken back, in the same
 * transaction. The training is locked first, then the member.
 */
@Component
public class Attendance {

    private final Trainings trainings;
    private final Participants participants;
    private final Interpreters interpreters;
    private final Districts districts;
    private final Conferring conferring;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Attendance(
            Trainings trainings,
            Participants participants,
            Interpreters interpreters,
            Districts districts,
            Conferring conferring,
            TransactionalOperator transaction,
            Clock clock) {
        this.trainings = trainings;
        this.participants = participants;
        this.interpreters = interpreters;
        this.districts = districts;
        this.conferring = conferring;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a change. */
    public enum Change {
        DONE,
        NO_SUCH_TRAINING,
        /** There is no such member in the district of the training, or she has left. */
        NO_SUCH_MEMBER,
        /** All places are taken. */
        FULL,
        /** It is recorded that she was there, which must be withdrawn first. */
        ATTENDED,
        /** Nobody can have attended yet. */
        TOO_EARLY
    }

    /** Registers a member; once, however often it is asked. */
    public Mono<Change> register(UUID training, InterpreterId who) {
        return withBoth(training, who, this::register);
    }

    private Mono<Change> register(Counted training, Interpreter member) {
        var id = training.training().id();
        return participants.find(id, member.id()).hasElement().flatMap(registered -> {
            if (registered) {
                return Mono.just(Change.DONE);
            }
            return training.hasPlace()
                    ? participants.add(id, member.id()).thenReturn(Change.DONE)
                    : Mono.just(Change.FULL);
        });
    }

    /** She will not come. Done also if she was not registered. */
    public Mono<Change> cancel(UUID training, InterpreterId who) {
        return trainings
                .lock(training)
                .flatMap(known -> participants.find(training, who))
                .map(Participant::attended)
                .flatMap(attended -> attended
                        ? Mono.just(Change.ATTENDED)
                        : participants.remove(training, who).thenReturn(Change.DONE))
                .switchIfEmpty(trainings.byId(training).map(known -> Change.DONE))
                .defaultIfEmpty(Change.NO_SUCH_TRAINING)
                .as(transaction::transactional);
    }

    /** She was there, registered or not. */
    public Mono<Change> attended(UUID training, InterpreterId who) {
        return withBoth(training, who, this::attended);
    }

    private Mono<Change> attended(Counted training, Interpreter member) {
        return training.training().hasBegunLastDate(clock.instant())
                ? participants
                        .add(training.training().id(), member.id())
                        .then(participants.find(training.training().id(), member.id()))
                        .filter(participant -> !participant.attended())
                        .flatMap(absent -> confer(training.training(), member))
                        .thenReturn(Change.DONE)
                : Mono.just(Change.TOO_EARLY);
    }

    private Mono<Void> confer(Training training, Interpreter member) {
        return districts
                .byId(training.district())
                .map(District::timeZone)
                .flatMap(zone -> conferring
                        .confer(training, zone, member.id())
                        .flatMap(gained -> participants.noteAttendance(training.id(), member.id(), gained)));
    }

    /** She was not there after all, and stays registered. */
    public Mono<Change> wasAbsent(UUID training, InterpreterId who) {
        return withBoth(training, who, this::wasAbsent);
    }

    private Mono<Change> wasAbsent(Counted training, Interpreter member) {
        var id = training.training().id();
        return participants
                .find(id, member.id())
                .filter(Participant::attended)
                .flatMap(participant ->
                        participants.forgetAttendance(id, member.id()).then(takeBack(training.training(), participant)))
                .thenReturn(Change.DONE);
    }

    private Mono<Void> takeBack(Training training, Participant participant) {
        return districts
                .byId(training.district())
                .map(District::timeZone)
                .flatMap(zone -> conferring.takeBack(training, zone, participant));
    }

    private Mono<Change> withBoth(
            UUID training, InterpreterId who, BiFunction<Counted, Interpreter, Mono<Change>> change) {
        return trainings
                .lock(training)
                .flatMap(known -> member(known, who)
                        .flatMap(member -> change.apply(known, member))
                        .defaultIfEmpty(Change.NO_SUCH_MEMBER))
                .defaultIfEmpty(Change.NO_SUCH_TRAINING)
                .as(transaction::transactional);
    }

    private Mono<Interpreter> member(Counted training, InterpreterId who) {
        return interpreters
                .byId(who)
                .filter(member -> member.profile().status() != Status.LEFT)
                .filter(member ->
                        member.profile().districtId().equals(training.training().district()));
    }
}
