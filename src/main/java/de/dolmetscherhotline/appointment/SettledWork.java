package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkQueue;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Tells those who were asked and have not answered that they need not any more; not at night. */
@Component
class SettledWork implements WorkHandler {

    private static final String KIND = "appointment-settled";
    private static final Duration WORTH_SENDING = Duration.ofHours(4);

    private final Appointments appointments;
    private final AppointmentInvitations invitations;
    private final AppointmentWords words;
    private final Districts districts;
    private final Pace pace;
    private final WorkQueue work;
    private final JsonMapper json;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SettledWork(
            Appointments appointments,
            AppointmentInvitations invitations,
            AppointmentWords words,
            Districts districts,
            Pace pace,
            WorkQueue work,
            JsonMapper json,
            TransactionalOperator transaction,
            Clock clock) {
        this.appointments = appointments;
        this.invitations = invitations;
        this.words = words;
        this.districts = districts;
        this.pace = pace;
        this.work = work;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Settled(UUID appointment) {}

    /** In the current transaction. */
    Mono<Void> enqueue(Appointment settled) {
        return districts.byId(settled.district()).flatMap(district -> {
            var now = clock.instant();
            var delay = Duration.between(now, pace.daytime(now, district.timeZone()));
            return work.enqueue(
                    KIND, json.writeValueAsString(new Settled(settled.id().value())), 0, delay);
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var settled = json.readValue(item.payload(), Settled.class);
        return appointments
                .lock(new AppointmentId(settled.appointment()))
                .filter(appointment -> isNews(appointment, clock.instant()))
                .flatMap(this::tell)
                .as(transaction::transactional)
                .thenReturn(WorkResult.DONE)
                .doOnNext(done -> work.nudge());
    }

    /** Unless it is being asked for again meanwhile, or its time has passed. */
    private static boolean isNews(Appointment appointment, Instant now) {
        return !appointment.status().isSought()
                && now.isBefore(appointment.wanted().start());
    }

    private Mono<Void> tell(Appointment appointment) {
        return invitations
                .toBeTold(appointment)
                .collectList()
                .flatMapIterable(waiting -> waiting)
                .concatMap(who -> tell(appointment, who))
                .then();
    }

    private Mono<Void> tell(Appointment appointment, InterpreterId who) {
        return words.settled(appointment, who).flatMap(settled -> words.send(who, WORTH_SENDING, settled));
    }
}
