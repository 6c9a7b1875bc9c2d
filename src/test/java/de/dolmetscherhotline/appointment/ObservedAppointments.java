package de.dolmetscherhotline.appointment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what observers are told. */
@Component
class ObservedAppointments implements AppointmentObserver {

    private final List<AppointmentChange> changes = new CopyOnWriteArrayList<>();

    @Override
    public Mono<Void> changed(AppointmentChange change) {
        return Mono.fromRunnable(() -> changes.add(change));
    }

    /** What happened to this one. */
    List<AppointmentChange> of(AppointmentId id) {
        return changes.stream().filter(change -> change.id().equals(id)).toList();
    }
}
