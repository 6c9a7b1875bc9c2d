package de.dolmetscherhotline.call;

import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands a deadline that has come to the call that armed it. */
@Component
class TimerWork implements WorkHandler {

    static final String KIND = "timer";

    private final CallDesk desk;
    private final FlowJson json;

    TimerWork(CallDesk desk, FlowJson json) {
        this.desk = desk;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return desk.receive(item.ofCall(), "work/" + item.id(), json.readEvent(item.payload()))
                .thenReturn(WorkResult.DONE);
    }
}
