package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.call.RequestWatcher;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.kernel.CallId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells an appointment by telephone how its call ended; it has the id of the appointment. */
@Component
class CallOfAppointment implements RequestWatcher {

    private final Course course;

    CallOfAppointment(Course course) {
        this.course = course;
    }

    @Override
    public Mono<Void> moved(CallId call, CallState before, CallState after) {
        return after instanceof Ended ended && !(before instanceof Ended)
                ? course.called(new AppointmentId(call.value()), Upshot.of(ended))
                : Mono.empty();
    }

    @Override
    public Mono<Void> committed(CallId call, CallState before, CallState after) {
        return Mono.empty();
    }
}
