package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkQueue;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Looks after the asking for an appointment until somebody has it: at each wave, and once whenever somebody says no. */
@Component
class AskingWork implements WorkHandler {

    private static final String KIND = "appointment-asking";

    private final Asking asking;
    private final Appointments appointments;
    private final WorkQueue work;
    private final JsonMapper json;
    private final Clock clock;

    AskingWork(Asking asking, Appointments appointments, WorkQueue work, JsonMapper json, Clock clock) {
        this.asking = asking;
        this.appointments = appointments;
        this.work = work;
        this.json = json;
        this.clock = clock;
    }

    /** @param goesOn whether this is the one that comes back for the next wave */
    private record Turn(UUID appointment, int round, boolean goesOn) {}

    /** From its next wave on, in the current transaction. */
    Mono<Void> begin(Appointment appointment) {
        var delay = Duration.between(clock.instant(), appointment.nextWaveAt());
        return enqueue(
                new Turn(appointment.id().value(), appointment.round(), true),
                delay.isNegative() ? Duration.ZERO : delay);
    }

    /** Whoever has one of a series may well take the next, too; in the current transaction. */
    Mono<Void> beginWhatFollows(Appointment taken) {
        return Mono.justOrEmpty(taken.series())
                .flatMap(appointments::bringForward)
                .flatMap(this::begin);
    }

    /** Once more at once, because somebody said no; in the current transaction. */
    Mono<Void> onceMore(Appointment appointment) {
        return enqueue(new Turn(appointment.id().value(), appointment.round(), false), Duration.ZERO);
    }

    private Mono<Void> enqueue(Turn turn, Duration delay) {
        return work.enqueue(KIND, json.writeValueAsString(turn), 0, delay);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var turn = json.readValue(item.payload(), Turn.class);
        return asking.look(new AppointmentId(turn.appointment()), turn.round())
                .<WorkResult>map(next -> result(turn, next))
                .defaultIfEmpty(WorkResult.DONE)
                .doOnNext(result -> work.nudge());
    }

    private static WorkResult result(Turn turn, Instant next) {
        return turn.goesOn() ? new WorkResult.NotBefore(next) : WorkResult.DONE;
    }
}
