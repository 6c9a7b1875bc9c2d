package de.dolmetscherhotline.call.board;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.Request;
import de.dolmetscherhotline.call.search.Choice;
import de.dolmetscherhotline.call.search.InterpreterSearch;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whom a coordinator could let ring for a call that waits. */
@Component
public class Choices {

    private final Calls calls;
    private final InterpreterSearch search;

    Choices(Calls calls, InterpreterSearch search) {
        this.calls = calls;
        this.search = search;
    }

    /** Members of the district's own pool, whom the matching policy would ask first; nobody if the call does not wait. */
    public Flux<Choice> of(DistrictId district, CallId call) {
        return calls.state(call)
                .flatMap(state -> Mono.justOrEmpty(request(state)))
                .flatMapMany(request -> search.choices(district, request));
    }

    private static Optional<Request> request(CallState state) {
        return switch (state) {
            case CallState.Searching s -> Optional.of(s.request());
            case CallState.Unserved s -> Optional.of(s.request());
            case CallState.RecallPaused s -> Optional.of(s.request());
            case CallState.New s -> Optional.empty();
            case CallState.Closed s -> Optional.empty();
            case CallState.Identifying s -> Optional.empty();
            case CallState.ChoosingLanguage s -> Optional.empty();
            case CallState.Detailing s -> Optional.empty();
            case CallState.Recalling s -> Optional.empty();
            case CallState.Transferring s -> Optional.empty();
            case CallState.Bridging s -> Optional.empty();
            case CallState.Connected s -> Optional.empty();
            case CallState.CallerLost s -> Optional.empty();
            case CallState.TalkOver s -> Optional.empty();
            case CallState.Farewell s -> Optional.empty();
            case CallState.Ended s -> Optional.empty();
        };
    }
}
