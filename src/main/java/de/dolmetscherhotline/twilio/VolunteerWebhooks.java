package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.selfservice.SelfService;
import de.dolmetscherhotline.selfservice.VolunteerView;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What Twilio asks and tells about the leg of a volunteer who calls; its id says whose it is. */
@RestController
class VolunteerWebhooks {

    private final SelfService selfService;
    private final VolunteerTwiml twiml;

    VolunteerWebhooks(SelfService selfService, VolunteerTwiml twiml) {
        this.selfService = selfService;
        this.twiml = twiml;
    }

    @PostMapping(path = "/twilio/volunteers/keys/{turn}", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> pressed(@PathVariable int turn, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(VoiceWebhook::of)
                .filter(webhook -> !webhook.isOver())
                .flatMap(webhook -> selfService.pressed(webhook.callSid(), turn, webhook.digits()))
                .as(this::rendered);
    }

    @PostMapping(path = "/twilio/volunteers/transfers/{turn}/over", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> transferOver(@PathVariable int turn, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(VoiceWebhook::of)
                .filter(webhook -> !webhook.isOver())
                .flatMap(webhook -> selfService.transferOver(webhook.callSid(), turn, webhook.wasReached()))
                .as(this::rendered);
    }

    private Mono<String> rendered(Mono<VolunteerView> view) {
        return view.map(twiml::render).switchIfEmpty(Mono.fromSupplier(TwimlBasics::hangUp));
    }
}
