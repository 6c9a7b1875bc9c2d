package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.Party;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What Twilio tells about the room of a conversation. Leaving is told by the legs themselves. */
@RestController
class RoomWebhooks {

    private final CallDesk desk;

    RoomWebhooks(CallDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/twilio/calls/{call}/rooms/{room}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> event(@PathVariable UUID call, @PathVariable UUID room, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> noteSid(room, form).then(joined(call, room, form)))
                .then();
    }

    /** The room can be asked for by this id only. */
    private Mono<Void> noteSid(UUID room, MultiValueMap<String, String> form) {
        return Mono.justOrEmpty(form.getFirst("ConferenceSid"))
                .filter(VoiceWebhook::isSid)
                .flatMap(sid -> desk.noteRoom(new OfferId(room), sid));
    }

    private Mono<?> joined(UUID call, UUID room, MultiValueMap<String, String> form) {
        return Mono.justOrEmpty(
                        "participant-join".equals(form.getFirst("StatusCallbackEvent"))
                                ? party(form.getFirst("ParticipantLabel"))
                                : Optional.empty())
                .flatMap(who -> desk.receive(new CallId(call), key(form, who), new JoinedRoom(new OfferId(room), who)));
    }

    /** The same people may meet again in a room of the same name. */
    private static String key(MultiValueMap<String, String> form, Party who) {
        return "joined/" + form.getFirst("ConferenceSid") + "/" + who;
    }

    private static Optional<Party> party(@Nullable String label) {
        return switch (String.valueOf(label)) {
            case "caller" -> Optional.of(Party.CALLER);
            case "interpreter" -> Optional.of(Party.INTERPRETER);
            default -> Optional.empty();
        };
    }
}
