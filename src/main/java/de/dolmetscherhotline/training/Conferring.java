package de.dolmetscherhotline.training;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Credentials;
import de.dolmetscherhotline.pool.Obligation;
import de.dolmetscherhotline.pool.SubjectSkill;
import de.dolmetscherhotline.training.Participant.Gained;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives members what a training confers, and takes back exactly what it gave. A qualification that she has already stays as
 * it is, and so does a proof that is as new. When something is taken back, what another training of hers or a proof from
 * elsewhere gives steps in. Part of the current transaction.
 */
@Component
class Conferring {

    private final Credentials credentials;
    private final Trainings trainings;
    private final Participants participants;

    Conferring(Credentials credentials, Trainings trainings, Participants participants) {
        this.credentials = credentials;
        this.trainings = trainings;
        this.participants = participants;
    }

    /** What she has now and had not before. */
    Mono<Gained> confer(Training training, ZoneId zone, InterpreterId who) {
        return conferSubject(training, zone, who)
                .map(Gained.NOTHING::with)
                .defaultIfEmpty(Gained.NOTHING)
                .flatMap(gained ->
                        conferProof(training, zone, who).map(gained::with).defaultIfEmpty(gained));
    }

    /** The skill that she gained; empty if none. */
    private Mono<SubjectSkill> conferSubject(Training training, ZoneId zone, InterpreterId who) {
        var subject = subject(training);
        if (subject == null) {
            return Mono.empty();
        }
        var skill = new SubjectSkill(subject, training.title(), training.completedOn(zone));
        return credentials
                .subject(who, subject)
                .hasElement()
                .filter(qualified -> !qualified)
                .flatMap(lacking -> credentials.record(who, skill))
                .map(recorded -> skill);
    }

    /** The proof that she gained, with the end that it has; empty if none. */
    private Mono<Obligation> conferProof(Training training, ZoneId zone, InterpreterId who) {
        var confers = training.confers();
        if (confers == null || !confers.training()) {
            return Mono.empty();
        }
        var day = training.completedOn(zone);
        var proof = new Obligation(ObligationKind.TRAINING, day, confers.validUntil(day), training.title());
        return credentials
                .obligation(who, ObligationKind.TRAINING)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .filter(before -> before.map(Obligation::issuedOn)
                        .filter(old -> !old.isBefore(day))
                        .isEmpty())
                .flatMap(before -> replace(before, proof, who));
    }

    private Mono<Obligation> replace(Optional<Obligation> before, Obligation proof, InterpreterId who) {
        return before.map(old -> keep(old, who))
                .orElseGet(() -> participants.takeDisplaced(who).then())
                .then(credentials.record(who, proof))
                .then(credentials.obligation(who, ObligationKind.TRAINING));
    }

    /** What a training gave can be given again; what comes from elsewhere cannot. */
    private Mono<Void> keep(Obligation old, InterpreterId who) {
        return participants
                .gave(who, old)
                .filter(given -> !given)
                .flatMap(fromElsewhere -> participants.keepDisplaced(who, old));
    }

    /** Takes back what this attendance gave, as far as she still has it as it was given. */
    Mono<Void> takeBack(Training training, ZoneId zone, Participant participant) {
        return takeBackSubject(training, zone, participant).then(Mono.defer(() -> takeBackProof(zone, participant)));
    }

    private Mono<Void> takeBackSubject(Training training, ZoneId zone, Participant participant) {
        var subject = subject(training);
        @Nullable String qualification = participant.gained().qualification();
        if (subject == null || qualification == null) {
            return Mono.empty();
        }
        var who = participant.id();
        return credentials
                .withdraw(who, new SubjectSkill(subject, qualification, training.completedOn(zone)))
                .filter(Boolean::booleanValue)
                .flatMap(withdrawn ->
                        participants.attendedWithSubject(who, subject).next())
                .flatMap(trainings::byId)
                .flatMap(other -> conferSubject(other.training(), zone, who)
                        .flatMap(skill -> note(other.training().id(), who, gained -> gained.with(skill))));
    }

    private Mono<Void> takeBackProof(ZoneId zone, Participant participant) {
        var gained = participant.gained();
        if (gained.issuedOn() == null) {
            return Mono.empty();
        }
        var who = participant.id();
        return credentials
                .withdraw(who, new Obligation(ObligationKind.TRAINING, gained.issuedOn(), gained.validUntil(), null))
                .filter(Boolean::booleanValue)
                .flatMap(withdrawn -> restore(zone, who));
    }

    private Mono<Void> restore(ZoneId zone, InterpreterId who) {
        return participants
                .takeDisplaced(who)
                .flatMap(proof -> credentials.record(who, proof))
                .then(Mono.defer(() -> participants.attendedWithProof(who).next()))
                .flatMap(trainings::byId)
                .flatMap(other -> conferProof(other.training(), zone, who)
                        .flatMap(proof -> note(other.training().id(), who, gained -> gained.with(proof))));
    }

    private Mono<Void> note(UUID training, InterpreterId who, UnaryOperator<Gained> change) {
        return participants
                .find(training, who)
                .flatMap(participant -> participants.noteAttendance(training, who, change.apply(participant.gained())));
    }

    private static @Nullable Subject subject(Training training) {
        var confers = training.confers();
        return confers == null ? null : confers.subject();
    }
}
