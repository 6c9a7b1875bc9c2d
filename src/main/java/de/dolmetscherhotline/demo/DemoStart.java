package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.simulator.LiveNetwork;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.simulator.TelephoneNetwork.Webhooks;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the demonstration once the application can answer: fills the pool, switches the telephones on. */
@Component
@Demonstration
class DemoStart implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    private final DemonstrationPool pool;
    private final TelephoneNetwork network;
    private final String publicUrl;
    private @Nullable LiveNetwork running;

    DemoStart(DemonstrationPool pool, TelephoneNetwork network, @Value("${hotline.public-url}") String publicUrl) {
        this.pool = pool;
        this.network = network;
        this.publicUrl = publicUrl;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        pool.fillIfEmpty().block();
        network.own(
                People.HOTLINE.e164(),
                new Webhooks(
                        URI.create(publicUrl + "/twilio/voice"),
                        null,
                        URI.create(publicUrl + "/twilio/voice/status"),
                        URI.create(publicUrl + "/twilio/sms")));
        People.interpreters()
                .forEach(volunteer -> network.phone(volunteer.phone().e164()));
        People.CALLERS.forEach(caller -> network.phone(caller.phone().e164()));
        People.offices().forEach(office -> network.phone(office.phone().e164()));
        network.phone(People.UNKNOWN_PHONE.e164());
        running = LiveNetwork.start(network);
        log.info(
                "The demonstration is ready: open {}/ and call the hotline from one of the telephones there",
                publicUrl);
        log.info(
                "The portal of {}: open {}/portal and sign in as {} with the password \"{}\"",
                People.CALLERS.getFirst().name(),
                publicUrl,
                People.COLLEAGUE.mail(),
                People.COLLEAGUE.password());
        log.info(
                "The dashboard of {}: open {}/dashboard and sign in as {} with the password \"{}\"",
                People.DISTRICT,
                publicUrl,
                People.ADMINISTRATOR.mail(),
                People.ADMINISTRATOR.password());
    }

    @Override
    public void destroy() {
        if (running != null) {
            running.close();
        }
    }
}
