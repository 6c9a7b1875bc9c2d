package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.kernel.CallId;
import reactor.core.publisher.Mono;

/** Is told of each step of a call that was requested in writing, within the transaction of the step. */
public interface RequestWatcher {

    Mono<Void> moved(CallId call, CallState before, CallState after);
}
