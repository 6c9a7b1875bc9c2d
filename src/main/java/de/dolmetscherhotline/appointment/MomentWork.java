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

/** Wakes when an appointment begins, and when it is over. */
@Component
class MomentWork implements WorkHandler {

    private static final String KIND = "appointment-moment";

    private final Course course;
    private final WorkQueue work;
    private final JsonMapper json;
    private final Clock clock;

    MomentWork(Course course, WorkQueue work, JsonMapper json, Clock clock) {
        this.course = course;
        this.work = work;
        this.json = json;
        this.clock = clock;
    }

    private enum Moment {
        START,
        END
    }

    private record Due(UUID appointment, Moment moment) {}

    /** For a new appointment, in the current transaction. */
    Mono<Void> arm(Appointment appointment) {
        var wanted = appointment.wanted();
        return enqueue(appointment.id(), Moment.START, wanted.start())
                .then(enqueue(appointment.id(), Moment.END, wanted.end()));
    }

    private Mono<Void> enqueue(AppointmentId id, Moment moment, Instant time) {
        return work.enqueue(
                KIND, json.writeValueAsString(new Due(id.value(), moment)), 0, Duration.between(clock.instant(), time));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var due = json.readValue(item.payload(), Due.class);
        var id = new AppointmentId(due.appointment());
        return (switch (due.moment()) {
                    case START -> course.start(id);
                    case END -> course.end(id);
                })
                .thenReturn(WorkResult.DONE)
                .doOnNext(done -> work.nudge());
    }
}
