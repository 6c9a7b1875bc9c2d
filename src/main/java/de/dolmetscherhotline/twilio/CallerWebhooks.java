package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.TransferAnswered;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOver;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.selfservice.SelfService;
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

    /** In the address to which a volunteer's leg is sent that wants to call like everybody. */
    static final String AS_GUEST = "guest";

    private final CallDesk desk;
    private final CallerTwiml twiml;
    private final SelfService selfService;
    private final VolunteerTwiml volunteerTwiml;

    CallerWebhooks(CallDesk desk, CallerTwiml twiml, SelfService selfService, VolunteerTwiml volunteerTwiml) {
        this.desk = desk;
        this.twiml = twiml;
        this.selfService = selfService;
        this.volunteerTwiml = volunteerTwiml;
    }

    /** A call comes in to a number of the account: of a volunteer who looks after herself, or of whoever needs somebody. */
    @PostMapping(path = "/twilio/voice", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> arrived(ServerWebExchange exchange) {
        var asGuest = exchange.getRequest().getQueryParams().containsKey(AS_GUEST);
        return webhook(exchange)
                .flatMap(incoming -> asGuest
                        ? caller(incoming)
                        : selfService
                                .arrive(incoming.callSid(), incoming.to(), incoming.from())
                                .map(volunteerTwiml::render)
                                .switchIfEmpty(Mono.defer(() -> caller(incoming))));
    }

    private Mono<String> caller(VoiceWebhook incoming) {
        return desk.arrive(incoming.callSid(), incoming.to(), incoming.from()).as(this::rendered);
    }

    /** The number's own status callback: sent once, when the caller's leg is over. */
    @PostMapping("/twilio/voice/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> status(ServerWebExchange exchange) {
        return webhook(exchange)
                .filter(VoiceWebhook::isOver)
                .flatMap(this::hungUp)
                .then();
    }

    @PostMapping(path = "/twilio/calls/{call}/keys/{turn}", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> pressed(@PathVariable UUID call, @PathVariable int turn, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(answered -> answered.isOver() ? hungUp(answered) : pressed(new CallId(call), turn, answered))
                .as(this::rendered);
    }

    /** One key has answered before the hash key comes that ends a code: what is said since then is said from the start. */
    private Mono<CallView> pressed(CallId call, int turn, VoiceWebhook answered) {
        return answered.isHashAlone()
                ? desk.lookIn(call, answered.callSid())
                : desk.callerAnswered(call, turn, answered.answer(), answered.from());
    }

    @PostMapping(path = "/twilio/calls/{call}/left/{room}/{turn}", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> leftRoom(
            @PathVariable UUID call, @PathVariable UUID room, @PathVariable int turn, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(left -> left.isOver()
                        ? hungUp(left)
                        : desk.callerTells(
                                new CallId(call),
                                left.callSid(),
                                "left/" + room + "/" + turn,
                                new CallerLeftRoom(new OfferId(room))))
                .as(this::rendered);
    }

    /** The coordinator or provider picked up. */
    @PostMapping("/twilio/calls/{call}/transfers/{turn}/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> transferStatus(@PathVariable UUID call, @PathVariable int turn, ServerWebExchange exchange) {
        return webhook(exchange)
                .filter(VoiceWebhook::isAnswered)
                .flatMap(
                        answered -> desk.receive(new CallId(call), "transfer-answered/" + turn, new TransferAnswered()))
                .then();
    }

    /** The caller comes back from there, or never got through. */
    @PostMapping(path = "/twilio/calls/{call}/transfers/{turn}/over", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> transferOver(@PathVariable UUID call, @PathVariable int turn, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(over -> transferOver(new CallId(call), turn, over))
                .as(this::rendered);
    }

    /** Whoever hung up after talking there was helped all the same. */
    private Mono<CallView> transferOver(CallId call, int turn, VoiceWebhook over) {
        var told = over.isOver() && !over.wasReached()
                ? Mono.<CallView>empty()
                : desk.callerTells(call, over.callSid(), "transfer-over/" + turn, new TransferOver(over.wasReached()));
        return over.isOver() ? told.then(hungUp(over)) : told;
    }

    /** The organisation that is rung back picked up. */
    @PostMapping(path = "/twilio/calls/{call}/recalls/{recall}/answered", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> recallAnswered(@PathVariable UUID call, @PathVariable int recall, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(answered -> desk.recallAnswered(new CallId(call), recall, answered.callSid()))
                .as(this::rendered);
    }

    @PostMapping("/twilio/calls/{call}/recalls/{recall}/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> recallStatus(@PathVariable UUID call, @PathVariable int recall, ServerWebExchange exchange) {
        return webhook(exchange)
                .filter(VoiceWebhook::isOver)
                .flatMap(over -> desk.recallOver(new CallId(call), recall, over.callSid()))
                .then();
    }

    /** The leg was moved here and asks what to hear. */
    @PostMapping(path = "/twilio/calls/{call}/now", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> now(@PathVariable UUID call, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(asking -> desk.lookIn(new CallId(call), asking.callSid()))
                .as(this::rendered);
    }

    private Mono<CallView> hungUp(VoiceWebhook over) {
        return desk.callerHungUp(over.callSid(), "over/" + over.callSid());
    }

    private Mono<String> rendered(Mono<CallView> view) {
        return view.map(twiml::render).switchIfEmpty(Mono.fromSupplier(TwimlBasics::hangUp));
    }

    private static Mono<VoiceWebhook> webhook(ServerWebExchange exchange) {
        return exchange.getFormData().map(VoiceWebhook::of);
    }
}
