package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.kernel.CallId;
import reactor.core.publisher.Mono;

/** Is told of each step of a call that was requested in writing. */
public interface RequestWatcher {

    /** Within the transaction of the step. */
    Mono<Void> moved(CallId call, CallState before, CallState after);

    /** The same once it is committed; what fails here is not repeated. */
    Mono<Void> committed(CallId call, CallState before, CallState after);
}
