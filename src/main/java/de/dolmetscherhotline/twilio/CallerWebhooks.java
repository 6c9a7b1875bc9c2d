package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What Twilio asks and tells about the caller's leg. */
@RestController
class CallerWebhooks {

    private final CallDesk desk;
    private final CallerTwiml twiml;

    CallerWebhooks(CallDesk desk, CallerTwiml twiml) {
        this.desk = desk;
        this.twiml = twiml;
    }

    /** A call comes in to a number of the account. */
    @PostMapping(path = "/twilio/voice", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> arrived(ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(incoming -> desk.arrive(incoming.callSid(), incoming.to(), incoming.from()))
                .as(this::rendered);
    }

    /** The number's own status callback: sent once, when the caller's leg is over. */
    @PostMapping("/twilio/voice/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> status(ServerWebExchange exchange) {
        return webhook(exchange)
                .filter(VoiceWebhook::isOver)
                .flatMap(over -> desk.callerHungUp(over.callSid(), "over"))
                .then();
    }

    @PostMapping(path = "/twilio/calls/{call}/keys/{turn}", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> pressed(@PathVariable UUID call, @PathVariable int turn, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(pressed -> pressed.isOver()
                        ? desk.callerHungUp(pressed.callSid(), "over")
                        : desk.callerPressed(new CallId(call), turn, pressed.digits()))
                .as(this::rendered);
    }

    @PostMapping(path = "/twilio/calls/{call}/left/{room}", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> leftRoom(@PathVariable UUID call, @PathVariable UUID room, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(left -> left.isOver()
                        ? desk.callerHungUp(left.callSid(), "over")
                        : desk.receive(new CallId(call), "left/" + room, new CallerLeftRoom(new OfferId(room))))
                .as(this::rendered);
    }

    /** The leg was moved here and asks what to hear. */
    @PostMapping(path = "/twilio/calls/{call}/now", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> now(@PathVariable UUID call, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(asking -> desk.lookIn(new CallId(call), asking.callSid()))
                .as(this::rendered);
    }

    private Mono<String> rendered(Mono<CallView> view) {
        return view.map(twiml::render).switchIfEmpty(Mono.fromSupplier(TwimlBasics::hangUp));
    }

    private static Mono<VoiceWebhook> webhook(ServerWebExchange exchange) {
        return exchange.getFormData().map(VoiceWebhook::of);
    }
}
