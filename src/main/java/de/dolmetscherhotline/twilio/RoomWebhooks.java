package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.Party;
import de.dolmetscherhotline.call.guest.GuestLegs;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
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
    private final GuestLegs guests;

    RoomWebhooks(CallDesk desk, GuestLegs guests) {
        this.desk = desk;
        this.guests = guests;
    }

    @PostMapping("/twilio/calls/{call}/rooms/{room}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> event(@PathVariable UUID call, @PathVariable UUID room, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> event(call, new OfferId(room), form));
    }

    /** The room can be asked for by the network's id only, and the same people may meet again in one of the same name. */
    private Mono<Void> event(UUID call, OfferId room, MultiValueMap<String, String> form) {
        return Mono.justOrEmpty(form.getFirst("ConferenceSid"))
                .filter(VoiceWebhook::isSid)
                .flatMap(sid -> desk.noteRoom(room, sid).then(joined(call, room, sid, form)))
                .then();
    }

    private Mono<?> joined(UUID call, OfferId room, String sid, MultiValueMap<String, String> form) {
        if (!"participant-join".equals(form.getFirst("StatusCallbackEvent"))) {
            return Mono.empty();
        }
        var label = String.valueOf(form.getFirst("ParticipantLabel"));
        return GuestTwiml.guest(label)
                .<Mono<?>>map(guest -> guestJoined(guest, form.getFirst("CallSid")))
                .orElseGet(() -> partyJoined(call, room, sid, label));
    }

    private Mono<Void> guestJoined(GuestId guest, @Nullable String leg) {
        return Mono.justOrEmpty(leg).filter(VoiceWebhook::isSid).flatMap(sid -> guests.inRoom(guest, sid));
    }

    private Mono<?> partyJoined(UUID call, OfferId room, String sid, String label) {
        return Mono.justOrEmpty(party(label))
                .flatMap(who -> desk.receive(new CallId(call), "joined/" + sid + "/" + who, new JoinedRoom(room, who)));
    }

    private static Optional<Party> party(String label) {
        return switch (label) {
            case "caller" -> Optional.of(Party.CALLER);
            case "interpreter" -> Optional.of(Party.INTERPRETER);
            default -> Optional.empty();
        };
    }
}
