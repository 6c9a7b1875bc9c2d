package de.dolmetscherhotline.work;

import reactor.core.publisher.Mono;

/** Does the work of one kind. May be asked to do the same item again; an error means that it should be. */
public interface WorkHandler {

    /** The kind of work, as given to {@link WorkQueue#enqueue}. */
    String kind();

    Mono<WorkResult> handle(WorkItem item);
}
