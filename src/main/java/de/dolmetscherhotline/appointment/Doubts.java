package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.availability.AvailabilityWatcher;
import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody has an appointment and is then recorded as away at that time. She is asked by text whether she will come, and the
 * history says so to both sides; she keeps it until she gives it back or somebody else is wanted. If she does not answer, the
 * coordinator is told.
 */
@Component
class Doubts implements AvailabilityWatcher {

    private static final Duration WORTH_SENDING = Duration.ofHours(12);

    private final Appointments appointments;
    private final AppointmentInvitations invitations;
    private final AppointmentWords words;
    private final AppointmentHistory history;
    private final DoubtWork unanswered;

    Doubts(
            Appointments appointments,
            AppointmentInvitations invitations,
            AppointmentWords words,
            AppointmentHistory history,
            DoubtWork unanswered) {
        this.appointments = appointments;
        this.invitations = invitations;
        this.words = words;
        this.history = history;
        this.unanswered = unanswered;
    }

    @Override
    public Mono<Void> changed(InterpreterId who, Availability known) {
        return appointments
                .aheadOf(who)
                .collectList()
                .flatMapIterable(hers -> hers)
                .concatMap(appointment -> Away.during(appointment.wanted(), known)
                        ? doubt(appointment.id(), who)
                        : noMore(appointment.id(), who))
                .then();
    }

    private Mono<Void> doubt(AppointmentId id, InterpreterId who) {
        return appointments
                .doubt(id, who)
                .flatMap(doubted -> history.note(doubted, AppointmentEvent.DOUBTED, By.SYSTEM.about(who))
                        .then(unanswered.enqueue(doubted))
                        .then(invitations.code(id, who))
                        .flatMap(code -> words.doubt(doubted, who, code))
                        .flatMap(question -> words.send(who, WORTH_SENDING, question)));
    }

    /** She will come after all; in the current transaction. */
    Mono<Void> noMore(AppointmentId id, InterpreterId who) {
        return appointments
                .doubtNoMore(id, who)
                .flatMap(sure -> history.note(sure, AppointmentEvent.CONFIRMED, By.interpreter(who)));
    }
}
