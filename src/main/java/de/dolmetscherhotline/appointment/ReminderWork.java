package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkQueue;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reminds whoever has an appointment, on the day before and shortly before; each once. */
@Component
class ReminderWork implements WorkHandler {

    private static final String KIND = "appointment-reminder";
    private static final Duration WORTH_SENDING = Duration.ofHours(1);

    private final Appointments appointments;
    private final AppointmentInvitations invitations;
    private final Suitable suitable;
    private final AppointmentWords words;
    private final AppointmentHistory history;
    private final Pace pace;
    private final WorkQueue work;
    private final JsonMapper json;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReminderWork(
            Appointments appointments,
            AppointmentInvitations invitations,
            Suitable suitable,
            AppointmentWords words,
            AppointmentHistory history,
            Pace pace,
            WorkQueue work,
            JsonMapper json,
            TransactionalOperator transaction,
            Clock clock) {
        this.appointments = appointments;
        this.invitations = invitations;
        this.suitable = suitable;
        this.words = words;
        this.history = history;
        this.pace = pace;
        this.work = work;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Due(UUID appointment, UUID who, Reminder reminder) {}

    /** For her who has it since now, in the current transaction. */
    Mono<Void> arm(Appointment confirmed, InterpreterId who, ZoneId zone) {
        var now = clock.instant();
        var start = confirmed.wanted().start();
        return Mono.justOrEmpty(pace.dayReminder(now, start, zone))
                .flatMap(time -> enqueue(confirmed, who, Reminder.DAY_BEFORE, time))
                .then(Mono.justOrEmpty(pace.soonReminder(now, start, zone)))
                .flatMap(time -> enqueue(confirmed, who, Reminder.SHORTLY_BEFORE, time));
    }

    private Mono<Void> enqueue(Appointment confirmed, InterpreterId who, Reminder reminder, Instant time) {
        return work.enqueue(
                KIND,
                json.writeValueAsString(new Due(confirmed.id().value(), who.value(), reminder)),
                0,
                Duration.between(clock.instant(), time));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var due = json.readValue(item.payload(), Due.class);
        var who = new InterpreterId(due.who());
        return appointments
                .noteReminder(new AppointmentId(due.appointment()), who, due.reminder())
                .flatMap(appointment -> remindIfSheMay(appointment, who))
                .as(transaction::transactional)
                .thenReturn(WorkResult.DONE)
                .doOnNext(done -> work.nudge());
    }

    /** Where it is nobody learns who may not go there any more: the coordinator is told instead. */
    private Mono<Void> remindIfSheMay(Appointment appointment, InterpreterId who) {
        return suitable.mayStillInterpret(appointment, who)
                .flatMap(may -> may ? remind(appointment, who) : words.tellCoordinator("alert.unable", appointment));
    }

    private Mono<Void> remind(Appointment appointment, InterpreterId who) {
        return invitations
                .code(appointment.id(), who)
                .flatMap(code -> words.reminder(appointment, who, code))
                .flatMap(reminder -> words.send(who, WORTH_SENDING, reminder))
                .then(history.note(appointment, AppointmentEvent.REMINDED, By.SYSTEM.about(who)));
    }
}
