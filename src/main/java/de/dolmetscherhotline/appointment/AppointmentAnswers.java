package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.appointment.AppointmentInvitations.Answer;
import de.dolmetscherhotline.appointment.AppointmentInvitations.Invitation;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.Districts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Where interpreters answer. The first who says yes has the appointment; who has it and says no gives it back. All of this
 * is part of the current transaction, if there is one. The interpreter is locked before the appointment.
 */
@Component
public class AppointmentAnswers {

    private final AppointmentMembers members;
    private final AppointmentInvitations invitations;
    private final Appointments appointments;
    private final Suitable suitable;
    private final Doubts doubts;
    private final AppointmentWords words;
    private final AppointmentHistory history;
    private final Districts districts;
    private final AskingWork asking;
    private final ReminderWork reminders;
    private final SettledWork settled;
    private final TransactionalOperator transaction;

    AppointmentAnswers(
            AppointmentMembers members,
            AppointmentInvitations invitations,
            Appointments appointments,
            Suitable suitable,
            Doubts doubts,
            AppointmentWords words,
            AppointmentHistory history,
            Districts districts,
            AskingWork asking,
            ReminderWork reminders,
            SettledWork settled,
            TransactionalOperator transaction) {
        this.members = members;
        this.invitations = invitations;
        this.appointments = appointments;
        this.suitable = suitable;
        this.doubts = doubts;
        this.words = words;
        this.history = history;
        this.districts = districts;
        this.asking = asking;
        this.reminders = reminders;
        this.settled = settled;
        this.transaction = transaction;
    }

    /** Somebody says yes. The same person may say so more than once. */
    public Mono<AppointmentAnswer> yes(InterpreterId who, int code) {
        return members.lock(who)
                .then(Mono.defer(() -> invitations.withCode(who, code)))
                .flatMap(this::yes)
                .<AppointmentAnswer>map(AppointmentAnswer.Noted::new)
                .defaultIfEmpty(new AppointmentAnswer.NotAsked())
                .as(transaction::transactional);
    }

    /** The answer is noted last: whoever asks locks the appointment before those who are asked. */
    private Mono<Words> yes(Invitation invitation) {
        return appointments
                .byId(invitation.appointment())
                .flatMap(appointment -> yes(invitation, appointment))
                .flatMap(reply -> invitations
                        .answer(invitation.appointment(), invitation.who(), Answer.YES)
                        .thenReturn(reply));
    }

    private Mono<Words> yes(Invitation invitation, Appointment appointment) {
        var who = invitation.who();
        if (appointment.isConfirmedFor(who)) {
            return doubts.noMore(appointment.id(), who).then(words.confirmation(appointment, who, invitation.code()));
        }
        if (invitation.closed() || invitation.isOut() || !appointment.status().isSought()) {
            return late();
        }
        return suitable.mayHaveIt(appointment, who)
                .flatMap(may -> may ? claim(invitation) : Mono.just(Words.of("appointment.unable")));
    }

    private Mono<Words> claim(Invitation invitation) {
        return appointments
                .claim(invitation.appointment(), invitation.who())
                .flatMap(confirmed -> confirm(confirmed, invitation))
                .switchIfEmpty(Mono.defer(AppointmentAnswers::late));
    }

    private Mono<Words> confirm(Appointment confirmed, Invitation invitation) {
        var who = invitation.who();
        return history.note(confirmed, AppointmentEvent.CONFIRMED, By.interpreter(who))
                .then(districts.byId(confirmed.district()))
                .flatMap(district -> reminders.arm(confirmed, who, district.timeZone()))
                .then(settled.enqueue(confirmed))
                .then(asking.beginWhatFollows(confirmed))
                .then(words.confirmation(confirmed, who, invitation.code()));
    }

    private static Mono<Words> late() {
        return Mono.just(Words.of("appointment.late"));
    }

    /** Somebody says no, or that she cannot come although she has it. */
    public Mono<AppointmentAnswer> no(InterpreterId who, int code) {
        return members.lock(who)
                .then(Mono.defer(() -> invitations.withCode(who, code)))
                .flatMap(this::no)
                .<AppointmentAnswer>map(AppointmentAnswer.Noted::new)
                .defaultIfEmpty(new AppointmentAnswer.NotAsked())
                .as(transaction::transactional);
    }

    private Mono<Words> no(Invitation invitation) {
        return appointments
                .release(invitation.appointment(), invitation.who())
                .flatMap(released -> giveBack(released, invitation.who()))
                .switchIfEmpty(Mono.defer(() -> stayAway(invitation)))
                .switchIfEmpty(Mono.defer(() -> refuse(invitation)));
    }

    private Mono<Words> giveBack(Appointment released, InterpreterId who) {
        return invitations
                .answer(released.id(), who, Answer.WITHDRAWN)
                .then(history.note(released, AppointmentEvent.WITHDRAWN, By.interpreter(who)))
                .then(asking.begin(released))
                .then(words.withdrawal(released, who));
    }

    /** On site, too late for somebody else: those who wait there see that she does not come. By telephone the call shows it. */
    private Mono<Words> stayAway(Invitation invitation) {
        return appointments
                .byId(invitation.appointment())
                .filter(appointment -> appointment.isConfirmedFor(invitation.who())
                        && appointment.wanted().meeting() instanceof Meeting.OnSite)
                .flatMap(appointment -> appointments.noShow(appointment.id(), Absent.INTERPRETER))
                .flatMap(missed -> invitations
                        .answer(missed.id(), invitation.who(), Answer.WITHDRAWN)
                        .then(history.note(missed, AppointmentEvent.NO_SHOW, By.interpreter(invitation.who())))
                        .then(invitations.close(missed.id()))
                        .then(words.withdrawal(missed, invitation.who())));
    }

    private Mono<Words> refuse(Invitation invitation) {
        return invitations
                .answer(invitation.appointment(), invitation.who(), Answer.NO)
                .filter(Boolean::booleanValue)
                .flatMap(news -> appointments.byId(invitation.appointment()))
                .filter(appointment -> appointment.status().isSought())
                .flatMap(appointment -> history.note(
                                appointment, AppointmentEvent.DECLINED, By.interpreter(invitation.who()))
                        .then(asking.onceMore(appointment)))
                .then(Mono.just(Words.of("callout.declined")));
    }
}
