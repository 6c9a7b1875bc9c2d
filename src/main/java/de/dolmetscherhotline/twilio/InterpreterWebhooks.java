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
import java.util.function.Function;
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
        var answered = new LegAnswered(new OfferId(offer));
        return tell(exchange, "answered", webhook -> answered, answered.offer());
    }

    @PostMapping(path = "/twilio/offers/{offer}/keys/{question}", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> pressed(@PathVariable UUID offer, @PathVariable int question, ServerWebExchange exchange) {
        var id = new OfferId(offer);
        return tell(exchange, "keys/" + question, webhook -> new InterpreterPressed(id, webhook.digits()), id);
    }

    /** She is alone, or was let out; if she hung up herself, her leg's status tells so. */
    @PostMapping(path = "/twilio/offers/{offer}/left/{turn}", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> leftRoom(@PathVariable UUID offer, @PathVariable int turn, ServerWebExchange exchange) {
        var id = new OfferId(offer);
        return tell(
                exchange,
                "left/" + turn,
                webhook -> webhook.isOver() ? new LegOver(id, LegEnd.COMPLETED) : new InterpreterLeftRoom(id),
                id);
    }

    /** The leg was moved here and asks what to hear. */
    @PostMapping(path = "/twilio/offers/{offer}/now", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> now(@PathVariable UUID offer, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(asking -> desk.lookIn(new OfferId(offer), asking.callSid()))
                .as(view -> rendered(view, new OfferId(offer)));
    }

    @PostMapping("/twilio/offers/{offer}/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> status(@PathVariable UUID offer, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(webhook -> status(new OfferId(offer), webhook))
                .then();
    }

    private Mono<CallView> status(OfferId offer, VoiceWebhook webhook) {
        return Mono.justOrEmpty(news(offer, webhook.callStatus()))
                .flatMap(news -> desk.receive(webhook.callSid(), key(offer, webhook.callStatus()), news));
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

    private Mono<String> tell(
            ServerWebExchange exchange, String message, Function<VoiceWebhook, LegEvent> news, OfferId offer) {
        return webhook(exchange)
                .flatMap(webhook -> webhook.isOver()
                        ? desk.receive(webhook.callSid(), key(offer, "over"), new LegOver(offer, LegEnd.COMPLETED))
                        : desk.receive(webhook.callSid(), key(offer, message), news.apply(webhook)))
                .as(view -> rendered(view, offer));
    }

    private static String key(OfferId offer, String message) {
        return "offer/" + offer + "/" + message;
    }

    private Mono<String> rendered(Mono<CallView> view, OfferId offer) {
        return view.map(call -> twiml.render(call, offer)).switchIfEmpty(Mono.fromSupplier(TwimlBasics::hangUp));
    }

    private static Mono<VoiceWebhook> webhook(ServerWebExchange exchange) {
        return exchange.getFormData().map(VoiceWebhook::of);
    }
}
