package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.call.guest.GuestLegs;
import de.dolmetscherhotline.call.guest.GuestView;
import de.dolmetscherhotline.kernel.GuestId;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What Twilio asks and tells about the leg of a third party. */
@RestController
class GuestWebhooks {

    private final GuestLegs legs;
    private final GuestTwiml twiml;

    GuestWebhooks(GuestLegs legs, GuestTwiml twiml) {
        this.legs = legs;
        this.twiml = twiml;
    }

    /** Picked up, by a person or a machine. */
    @PostMapping(path = "/twilio/guests/{guest}/answered", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> answered(@PathVariable UUID guest, ServerWebExchange exchange) {
        return rendered(guest, exchange, (id, webhook) -> legs.answered(id, webhook.callSid()));
    }

    @PostMapping(path = "/twilio/guests/{guest}/keys/{question}", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> pressed(@PathVariable UUID guest, @PathVariable int question, ServerWebExchange exchange) {
        return rendered(
                guest, exchange, (id, webhook) -> legs.pressed(id, webhook.callSid(), question, webhook.digits()));
    }

    /** The conversation is over for it, or it was let out. */
    @PostMapping(path = "/twilio/guests/{guest}/left", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> leftRoom(@PathVariable UUID guest, ServerWebExchange exchange) {
        return rendered(guest, exchange, (id, webhook) -> legs.leftRoom(id, webhook.callSid()));
    }

    /** The leg was moved here, or has heard its music to the end, and asks what to hear. */
    @PostMapping(path = "/twilio/guests/{guest}/now", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> now(@PathVariable UUID guest, ServerWebExchange exchange) {
        return rendered(guest, exchange, (id, webhook) -> legs.lookIn(id, webhook.callSid()));
    }

    /** What it hears in the room while it is on hold; the same at all times. */
    @PostMapping(path = "/twilio/guests/{guest}/music", produces = MediaType.APPLICATION_XML_VALUE)
    String holdMusic(@PathVariable UUID guest) {
        return twiml.holdMusic(new GuestId(guest));
    }

    @PostMapping("/twilio/guests/{guest}/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> status(@PathVariable UUID guest, ServerWebExchange exchange) {
        return webhook(exchange).flatMap(webhook -> told(new GuestId(guest), webhook.callSid(), webhook.callStatus()));
    }

    private Mono<Void> told(GuestId guest, String leg, String callStatus) {
        return switch (callStatus) {
            case "queued", "initiated" -> legs.placed(guest, leg);
            case "ringing" -> legs.rang(guest, leg);
            case "in-progress" -> legs.pickedUp(guest, leg);
            case "completed" -> over(guest, leg, LegEnd.COMPLETED);
            case "busy" -> over(guest, leg, LegEnd.BUSY);
            case "no-answer" -> over(guest, leg, LegEnd.NO_ANSWER);
            case "failed" -> over(guest, leg, LegEnd.FAILED);
            case "canceled" -> over(guest, leg, LegEnd.CANCELED);
            default -> Mono.empty();
        };
    }

    private Mono<Void> over(GuestId guest, String leg, LegEnd end) {
        return legs.over(guest, leg, end).then();
    }

    /** A leg that is over hears nothing more, whatever it asked for. */
    private Mono<String> rendered(
            UUID guest, ServerWebExchange exchange, BiFunction<GuestId, VoiceWebhook, Mono<GuestView>> ask) {
        var id = new GuestId(guest);
        return webhook(exchange)
                .flatMap(webhook -> webhook.isOver()
                        ? over(id, webhook.callSid(), LegEnd.COMPLETED).then(Mono.<GuestView>empty())
                        : ask.apply(id, webhook))
                .map(twiml::render)
                .switchIfEmpty(Mono.fromSupplier(TwimlBasics::hangUp));
    }

    private static Mono<VoiceWebhook> webhook(ServerWebExchange exchange) {
        return exchange.getFormData().map(VoiceWebhook::of);
    }
}
