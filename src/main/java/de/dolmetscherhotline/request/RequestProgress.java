package de.dolmetscherhotline.request;

import de.dolmetscherhotline.call.RequestWatcher;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.live.Changes;
import de.dolmetscherhotline.request.Requests.Moved;
import de.dolmetscherhotline.webhook.Webhooks;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps the status of a request in step with its call and announces it to the organisation's own software, in the same
 * transaction; pages are told after it.
 */
@Component
class RequestProgress implements RequestWatcher {

    private final Requests requests;
    private final Webhooks webhooks;
    private final Changes changes;

    RequestProgress(Requests requests, Webhooks webhooks, Changes changes) {
        this.requests = requests;
        this.webhooks = webhooks;
        this.changes = changes;
    }

    @Override
    public Mono<Void> moved(CallId call, CallState before, CallState after) {
        var status = Progress.of(after);
        return status == Progress.of(before)
                ? Mono.empty()
                : requests.moved(call, status).flatMap(this::announce);
    }

    private Mono<Void> announce(Moved moved) {
        return requests.byId(moved.id(), moved.organisation())
                .flatMap(
                        request -> webhooks.announce(moved.organisation(), "request.changed", RequestView.of(request)));
    }

    @Override
    public Mono<Void> committed(CallId call, CallState before, CallState after) {
        return Progress.of(after) == Progress.of(before) ? Mono.empty() : changes.publish(LiveRequests.topic(call));
    }
}
