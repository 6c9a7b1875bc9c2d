package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.call.store.FlowJson;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands a deadline that has come to the call that armed it. */
@Component
class TimerWork implements WorkHandler {

    private final CallDesk desk;
    private final FlowJson json;

    TimerWork(CallDesk desk, FlowJson json) {
        this.desk = desk;
        this.json = json;
    }

    @Override
    public String kind() {
        return CallWork.TIMER;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return desk.receive(item.ofCall(), "work/" + item.id(), json.readEvent(item.payload()))
                .thenReturn(WorkResult.DONE);
    }
}
