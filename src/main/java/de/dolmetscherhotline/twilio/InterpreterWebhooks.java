package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterPressed;
import de.dolmetscherhotline.call.flow.CallEvent.LegAnswered;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.LegRang;
import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What Twilio asks and tells about the leg of an interpreter. */
@RestController
class InterpreterWebhooks {

    private final CallDesk desk;
    private final InterpreterTwiml twiml;

    InterpreterWebhooks(CallDesk desk, InterpreterTwiml twiml) {
        this.desk = desk;
        this.twiml = twiml;
    }

    /** Picked up, by a person or a machine. */
    @PostMapping(path = "/twilio/offers/{offer}/answered", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> answered(@PathVariable UUID offer, ServerWebExchange exchange) {
        return tell(exchange, "answered", webhook -> new LegAnswered(new OfferId(offer)))
                .as(view -> rendered(view, offer));
    }

    @PostMapping(path = "/twilio/offers/{offer}/keys/{question}", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> pressed(@PathVariable UUID offer, @PathVariable int question, ServerWebExchange exchange) {
        return tell(
                        exchange,
                        "keys/" + offer + "/" + question,
                        webhook -> new InterpreterPressed(new OfferId(offer), webhook.digits()))
                .as(view -> rendered(view, offer));
    }

    @PostMapping(path = "/twilio/offers/{offer}/left", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> leftRoom(@PathVariable UUID offer, ServerWebExchange exchange) {
        return tell(exchange, "left-by-interpreter", webhook -> new InterpreterLeftRoom(new OfferId(offer)))
                .as(view -> rendered(view, offer));
    }

    /** The leg was moved here and asks what to hear. */
    @PostMapping(path = "/twilio/offers/{offer}/now", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> now(@PathVariable UUID offer, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(asking -> desk.lookIn(new OfferId(offer), asking.callSid()))
                .as(view -> rendered(view, offer));
    }

    @PostMapping("/twilio/offers/{offer}/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> status(@PathVariable UUID offer, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(webhook -> Mono.justOrEmpty(news(new OfferId(offer), webhook.callStatus()))
                        .flatMap(news ->
                                desk.receive(webhook.callSid(), "status/" + offer + "/" + webhook.callStatus(), news)))
                .then();
    }

    private static Optional<LegEvent> news(OfferId offer, String callStatus) {
        return switch (callStatus) {
            case "queued", "initiated" -> Optional.of(new LegPlaced(offer));
            case "ringing" -> Optional.of(new LegRang(offer));
            case "in-progress" -> Optional.of(new LegAnswered(offer));
            case "completed" -> Optional.of(new LegOver(offer, LegEnd.COMPLETED));
            case "busy" -> Optional.of(new LegOver(offer, LegEnd.BUSY));
            case "no-answer" -> Optional.of(new LegOver(offer, LegEnd.NO_ANSWER));
            case "failed" -> Optional.of(new LegOver(offer, LegEnd.FAILED));
            case "canceled" -> Optional.of(new LegOver(offer, LegEnd.CANCELED));
            default -> Optional.empty();
        };
    }

    private Mono<CallView> tell(ServerWebExchange exchange, String messageKey, LegNews news) {
        return webhook(exchange).flatMap(webhook -> {
            var event = webhook.isOver() ? new LegOver(news.of(webhook).offer(), LegEnd.COMPLETED) : news.of(webhook);
            var key = webhook.isOver()
                    ? "status/" + event.offer() + "/" + webhook.callStatus()
                    : messageKey + "/" + event.offer();
            return desk.receive(webhook.callSid(), key, event);
        });
    }

    private interface LegNews {
        LegEvent of(VoiceWebhook webhook);
    }

    private Mono<String> rendered(Mono<CallView> view, UUID offer) {
        return view.map(call -> twiml.render(call, new OfferId(offer)))
                .switchIfEmpty(Mono.fromSupplier(TwimlBasics::hangUp));
    }

    private static Mono<VoiceWebhook> webhook(ServerWebExchange exchange) {
        return exchange.getFormData().map(VoiceWebhook::of);
    }
}
