package de.dolmetscherhotline.request;

import de.dolmetscherhotline.call.RequestWatcher;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.kernel.CallId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the status of a request in step with its call, in the same transaction. */
@Component
class RequestProgress implements RequestWatcher {

    private final Requests requests;

    RequestProgress(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Mono<Void> moved(CallId call, CallState before, CallState after) {
        var status = Progress.of(after);
        return status == Progress.of(before) ? Mono.empty() : requests.moved(call, status);
    }
}
