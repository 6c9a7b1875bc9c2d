package de.dolmetscherhotline.call;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Implemented by whoever has calls made for needs that it lists itself, so that no need is listed twice. */
public interface NeedsElsewhere {

    /**
     * Calls that ended without the interpreter they needed, whose need stands there.
     *
     * @param district null for those of all
     */
    Flux<CallId> calls(@Nullable DistrictId district);
}
