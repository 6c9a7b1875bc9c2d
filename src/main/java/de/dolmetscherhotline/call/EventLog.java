package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.Step;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The history of each call, event by event. Keys pressed for a PIN are never written. */
@Component
class EventLog {

    private static final CallEvent SOME_KEYS = new CallerPressed("…");

    private final Calls calls;
    private final FlowJson json;

    EventLog(Calls calls, FlowJson json) {
        this.calls = calls;
        this.json = json;
    }

    Mono<Void> record(CallRow before, CallEvent event, Step step) {
        if (event instanceof Timeout && step.next().equals(before.state())) {
            return Mono.empty();
        }
        return calls.log(
                before.id(),
                before.version(),
                event.getClass().getSimpleName(),
                json.write(discreet(before.state(), event)),
                step.next());
    }

    private static CallEvent discreet(CallState state, CallEvent event) {
        return state instanceof Identifying && event instanceof CallerPressed ? SOME_KEYS : event;
    }
}
