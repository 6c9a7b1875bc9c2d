package de.dolmetscherhotline.appointment;

import reactor.core.publisher.Mono;

/**
 * Is told of everything that happens to appointments, in the transaction in which it happens: what an observer writes is
 * kept exactly if the change is, and its failure undoes the change.
 */
public interface AppointmentObserver {

    Mono<Void> changed(AppointmentChange change);
}
