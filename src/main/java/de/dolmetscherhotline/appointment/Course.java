package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.organisation.Organisations;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What time makes of an appointment. Each may be done again, and then changes nothing. */
@Component
class Course {

    private static final Logger log = LoggerFactory.getLogger(Course.class);

    private final Appointments appointments;
    private final AppointmentInvitations invitations;
    private final Organisations organisations;
    private final Conversations conversations;
    private final AppointmentHistory history;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Course(
            Appointments appointments,
            AppointmentInvitations invitations,
            Organisations organisations,
            Conversations conversations,
            AppointmentHistory history,
            TransactionalOperator transaction,
            Clock clock) {
        this.appointments = appointments;
        this.invitations = invitations;
        this.organisations = organisations;
        this.conversations = conversations;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Its time has come: there is nobody, or both are called if it is by telephone. */
    Mono<Void> start(AppointmentId id) {
        return appointments
                .lock(id)
                .flatMap(appointment -> switch (appointment.status()) {
                    case ASKING, OPEN -> over(appointments.unfilled(id), AppointmentEvent.UNFILLED);
                    case CONFIRMED -> begin(appointment);
                    case CANCELLED, HELD, NO_SHOW, UNFILLED -> Mono.empty();
                })
                .as(transaction::transactional);
    }

    /** Its time is over: on site they have met. By telephone the end of the call says what happened, unless there was none. */
    Mono<Void> end(AppointmentId id) {
        return over(appointments.held(id), AppointmentEvent.HELD)
                .then(Mono.defer(() -> over(appointments.neverBegun(id), AppointmentEvent.UNFILLED)));
    }

    /** The call by which it took place is over; within the transaction of the call. */
    Mono<Void> called(AppointmentId id, Upshot upshot) {
        return switch (upshot) {
            case Upshot.Talked talked -> over(appointments.talked(id, talked.who()), AppointmentEvent.HELD);
            case Upshot.OrganisationAway away -> over(appointments.missed(id), AppointmentEvent.NO_SHOW);
            case Upshot.NobodyCame nobody -> over(appointments.nobodyCame(id), AppointmentEvent.UNFILLED);
        };
    }

    private Mono<Void> over(Mono<Appointment> change, AppointmentEvent event) {
        return change.flatMap(over -> invitations.close(over.id()).then(history.note(over, event, By.SYSTEM)))
                .as(transaction::transactional);
    }

    private Mono<Void> begin(Appointment appointment) {
        var interpreter = appointment.interpreter();
        return switch (appointment.wanted().meeting()) {
            case Meeting.OnSite site -> Mono.empty();
            case Meeting.ByPhone phone ->
                interpreter == null || appointment.call() != null || isOver(appointment)
                        ? Mono.empty()
                        : call(appointment, interpreter, phone.number());
        };
    }

    private boolean isOver(Appointment appointment) {
        return !clock.instant().isBefore(appointment.wanted().end());
    }

    /** Only a number that is on record still: it was, when the appointment was made. */
    private Mono<Void> call(Appointment appointment, InterpreterId interpreter, PhoneNumber number) {
        return organisations
                .callbackNumber(appointment.organisation(), number)
                .switchIfEmpty(Mono.fromRunnable(
                        () -> log.warn("appointment {}: its organisation has no number any more", appointment.id())))
                .map(onRecord -> new Conversations.Beginning(
                        appointment.id(),
                        appointment.district(),
                        appointment.organisation(),
                        interpreter,
                        appointment.wanted().need(),
                        onRecord))
                .flatMap(conversations::begin)
                .flatMap(call -> noteBegun(appointment.id(), call));
    }

    private Mono<Void> noteBegun(AppointmentId id, CallId call) {
        return appointments.begun(id, call).flatMap(begun -> history.note(begun, AppointmentEvent.BEGUN, By.SYSTEM));
    }
}
