package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.appointment.AppointmentInvitations.Answer;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.Districts;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives an appointment to somebody who has told the coordinator that she will come; she gets it in writing. */
@Component
public class Assigning {

    private static final Duration WORTH_SENDING = Duration.ofHours(4);

    private final AppointmentMembers members;
    private final AppointmentInvitations invitations;
    private final Appointments appointments;
    private final Suitable suitable;
    private final AppointmentWords words;
    private final AppointmentHistory history;
    private final Districts districts;
    private final ReminderWork reminders;
    private final SettledWork settled;
    private final AskingWork asking;
    private final TransactionalOperator transaction;

    Assigning(
            AppointmentMembers members,
            AppointmentInvitations invitations,
            Appointments appointments,
            Suitable suitable,
            AppointmentWords words,
            AppointmentHistory history,
            Districts districts,
            ReminderWork reminders,
            SettledWork settled,
            AskingWork asking,
            TransactionalOperator transaction) {
        this.members = members;
        this.invitations = invitations;
        this.appointments = appointments;
        this.suitable = suitable;
        this.words = words;
        this.history = history;
        this.districts = districts;
        this.reminders = reminders;
        this.settled = settled;
        this.asking = asking;
        this.transaction = transaction;
    }

    /**
     * She has it from now on, if nobody has it, and she may and is free. Locks in the order of an answer: her, then the
     * appointment.
     *
     * @return empty if there is no such appointment
     */
    public Mono<Changed> assign(AppointmentId id, InterpreterId who, By by) {
        return members.lock(who)
                .then(Mono.defer(() -> appointments.lock(id)))
                .flatMap(before -> assign(before, who, by)
                        .<Changed>map(Changed.Done::new)
                        .defaultIfEmpty(new Changed.NotPossible(before)))
                .as(transaction::transactional);
    }

    private Mono<Appointment> assign(Appointment before, InterpreterId who, By by) {
        return suitable.mayHaveIt(before, who)
                .filter(may -> may)
                .flatMap(may -> appointments.claim(before.id(), who))
                .delayUntil(confirmed -> invite(confirmed, who)
                        .flatMap(code -> words.confirmation(confirmed, who, code))
                        .flatMap(told -> words.send(who, WORTH_SENDING, told)))
                .delayUntil(confirmed -> noteThat(confirmed, who, by));
    }

    /** The code with which she may give it back: that under which she was asked, or a new one. */
    private Mono<Integer> invite(Appointment confirmed, InterpreterId who) {
        return invitations
                .code(confirmed.id(), who)
                .switchIfEmpty(Mono.defer(() -> invitations
                        .lockCodes(confirmed.district())
                        .then(Mono.defer(() -> invitations.invite(confirmed, who)))))
                .delayUntil(code -> invitations.answer(confirmed.id(), who, Answer.YES));
    }

    private Mono<Void> noteThat(Appointment confirmed, InterpreterId who, By by) {
        return history.note(confirmed, AppointmentEvent.CONFIRMED, by.about(who))
                .then(districts.byId(confirmed.district()))
                .flatMap(district -> reminders.arm(confirmed, who, district.timeZone()))
                .then(settled.enqueue(confirmed))
                .then(asking.beginWhatFollows(confirmed));
    }
}
