package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkQueue;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a call who has claimed it, after the claim is committed: the call locks itself first and its call-out second, so that
 * nobody who holds a call-out may wait for a call. For the same reason the work does not refer to the call.
 */
@Component
class VolunteerWork implements WorkHandler {

    private static final String KIND = "volunteer";
    private static final int BEFORE_DIALS = 5;

    private final WorkQueue work;
    private final CallDesk desk;
    private final JsonMapper json;

    VolunteerWork(WorkQueue work, CallDesk desk, JsonMapper json) {
        this.work = work;
        this.desk = desk;
        this.json = json;
    }

    private record Volunteer(CallId call, InterpreterId who) {}

    /** Part of the current transaction. */
    Mono<Void> enqueue(CallId call, InterpreterId who) {
        return work.enqueue(KIND, json.writeValueAsString(new Volunteer(call, who)), BEFORE_DIALS, Duration.ZERO);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var volunteer = json.readValue(item.payload(), Volunteer.class);
        return desk.volunteered(volunteer.call(), volunteer.who()).thenReturn(WorkResult.DONE);
    }
}
