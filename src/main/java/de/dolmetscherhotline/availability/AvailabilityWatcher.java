package de.dolmetscherhotline.availability;

import de.dolmetscherhotline.kernel.InterpreterId;
import reactor.core.publisher.Mono;

/** Is told whenever words, absences or the plan of somebody have changed, within the transaction of the change. */
public interface AvailabilityWatcher {

    /**
     * Something has changed.
     *
     * @param who her row is locked
     * @param known what holds from now on
     */
    Mono<Void> changed(InterpreterId who, Availability known);
}
