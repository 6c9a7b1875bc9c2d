package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.appointment.AppointmentView.Reader;
import de.dolmetscherhotline.webhook.Webhooks;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the organisation's own software of each change, in what an organisation may see of it. */
@Component
class AppointmentAnnouncements implements AppointmentObserver {

    private final AppointmentList appointments;
    private final Webhooks webhooks;

    AppointmentAnnouncements(AppointmentList appointments, Webhooks webhooks) {
        this.appointments = appointments;
        this.webhooks = webhooks;
    }

    @Override
    public Mono<Void> changed(AppointmentChange change) {
        return appointments
                .byId(change.id())
                .flatMap(listed -> webhooks.announce(
                        change.organisation(), "appointment.changed", AppointmentView.of(listed, Reader.ORGANISATION)));
    }
}
