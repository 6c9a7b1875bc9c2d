package de.dolmetscherhotline.appointment;

import static java.util.Objects.requireNonNull;

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
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Tells the coordinator if somebody who has an appointment and is recorded as away has not said in time whether she comes. */
@Component
class DoubtWork implements WorkHandler {

    private static final String KIND = "appointment-doubt";

    private final Appointments appointments;
    private final AppointmentWords words;
    private final Districts districts;
    private final Pace pace;
    private final WorkQueue work;
    private final JsonMapper json;
    private final Clock clock;

    DoubtWork(
            Appointments appointments,
            AppointmentWords words,
            Districts districts,
            Pace pace,
            WorkQueue work,
            JsonMapper json,
            Clock clock) {
        this.appointments = appointments;
        this.words = words;
        this.districts = districts;
        this.pace = pace;
        this.work = work;
        this.json = json;
        this.clock = clock;
    }

    /** @param since when the doubt began: another one has work of its own */
    private record Open(UUID appointment, Instant since) {}

    /** In the current transaction. */
    Mono<Void> enqueue(Appointment doubted) {
        return districts.byId(doubted.district()).flatMap(district -> {
            var now = clock.instant();
            var told = pace.doubtTold(now, doubted.wanted().start(), district.timeZone());
            var open = new Open(doubted.id().value(), requireNonNull(doubted.doubtedAt()));
            return work.enqueue(KIND, json.writeValueAsString(open), 0, Duration.between(now, told));
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var open = json.readValue(item.payload(), Open.class);
        return appointments
                .byId(new AppointmentId(open.appointment()))
                .filter(appointment -> isStillDoubted(appointment, open.since()))
                .flatMap(appointment -> words.tellCoordinator("alert.doubt", appointment))
                .thenReturn(WorkResult.DONE)
                .doOnNext(done -> work.nudge());
    }

    private boolean isStillDoubted(Appointment appointment, Instant since) {
        return appointment.isDoubted()
                && since.equals(appointment.doubtedAt())
                && clock.instant().isBefore(appointment.wanted().start());
    }
}
