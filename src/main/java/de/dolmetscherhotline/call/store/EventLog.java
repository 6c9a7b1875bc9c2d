package de.dolmetscherhotline.call.store;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.CallerSpoke;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterPressed;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.Step;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The history of each call, event by event. Never written are keys pressed for a PIN, words that were spoken, and whether
 * somebody declined because she may know the people.
 */
@Component
public class EventLog {

    private static final CallEvent SOME_KEYS = new CallerPressed("…");
    private static final CallEvent SOME_WORDS = new CallerSpoke("…");

    private final Calls calls;
    private final FlowJson json;

    EventLog(Calls calls, FlowJson json) {
        this.calls = calls;
        this.json = json;
    }

    public Mono<Void> record(CallRow before, CallEvent event, Step step) {
        var oftenInVain = event instanceof Timeout || event instanceof InterpretersSought;
        if (oftenInVain && step.next().equals(before.state())) {
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
        if (event instanceof CallerSpoke) {
            return SOME_WORDS;
        }
        if (event instanceof InterpreterPressed pressed) {
            return new InterpreterPressed(pressed.offer(), pressed.keys().replace('3', '2'));
        }
        return state instanceof Identifying && event instanceof CallerPressed ? SOME_KEYS : event;
    }
}
