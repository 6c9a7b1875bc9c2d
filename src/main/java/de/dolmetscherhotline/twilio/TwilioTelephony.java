package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.call.Telephony;
import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The telephone network behind Twilio's REST API (contract §5). Asks once: a POST that is repeated dials twice. */
@Component
class TwilioTelephony implements Telephony {

    private static final Duration AFTER_TOO_MANY = Duration.ofSeconds(1);
    private static final Set<Integer> NUMBER_IS_BAD = Set.of(21201, 21211, 21214, 21217, 13223, 13224);
    private static final Set<String> ALIVE = Set.of("queued", "ringing", "in-progress");
    private static final int MOST_PAGES = 10;
    private static final int CALL_NOT_IN_PROGRESS = 21220;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    private final TwilioRest rest;
    private final WebhookUrls urls;
    private final Duration longest;

    TwilioTelephony(TwilioRest rest, WebhookUrls urls, @Value("${hotline.call.session:2h}") Duration longest) {
        this.rest = rest;
        this.urls = urls;
        this.longest = longest;
    }

    @Override
    public Mono<Dialled> dial(OfferId offer, PhoneNumber from, PhoneNumber to, Duration ring) {
        return create(from, to, urls.interpreterAnswered(offer), urls.legStatus(offer), ring);
    }

    @Override
    public Mono<Dialled> ringBack(CallId call, int recall, PhoneNumber from, PhoneNumber to, Duration ring) {
        return create(from, to, urls.recallAnswered(call, recall), urls.recallStatus(call, recall), ring);
    }

    @Override
    public Mono<Dialled> dialGuest(GuestId guest, PhoneNumber from, PhoneNumber to, Duration ring) {
        return create(from, to, urls.guestAnswered(guest), urls.guestStatus(guest), ring);
    }

    private Mono<Dialled> create(PhoneNumber from, PhoneNumber to, String answered, String status, Duration ring) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("To", to.e164());
        form.add("From", from.e164());
        form.add("Url", answered);
        form.add("StatusCallback", status);
        List.of("initiated", "ringing", "answered", "completed")
                .forEach(event -> form.add("StatusCallbackEvent", event));
        form.add("Timeout", Long.toString(ring.toSeconds()));
        form.add("TimeLimit", Long.toString(longest.plusMinutes(5).toSeconds()));
        return rest.post("create-call", "/Calls.json", form, CallResource.class)
                .<Dialled>map(call -> new Dialled.Placed(call.sid()))
                .onErrorResume(error -> Mono.just(notPlaced(error)));
    }

    private static Dialled notPlaced(Throwable error) {
        if (error instanceof NotNow notNow) {
            return new Dialled.TooMany(notNow.pause());
        }
        if (error instanceof TwilioRefused refused && refused.status() == TOO_MANY_REQUESTS) {
            return new Dialled.TooMany(AFTER_TOO_MANY);
        }
        if (error instanceof TwilioRefused refused && refused.isFinal()) {
            return NUMBER_IS_BAD.contains(refused.code())
                    ? new Dialled.NumberRefused(refused.code())
                    : new Dialled.Refused(refused.code());
        }
        if (error.getCause() instanceof ConnectException) {
            return new Dialled.TooMany(AFTER_TOO_MANY);
        }
        return new Dialled.Unclear(error.toString());
    }

    @Override
    public Mono<LegLife> cancel(String leg) {
        return update("cancel-call", leg, parameter("Status", "canceled"));
    }

    @Override
    public Mono<LegLife> hangUp(String leg) {
        return update("end-call", leg, parameter("Status", "completed"));
    }

    @Override
    public Mono<LegLife> moveCaller(CallId call, String leg) {
        return update("move-call", leg, parameter("Url", urls.callerNow(call)));
    }

    @Override
    public Mono<LegLife> moveInterpreter(OfferId offer, String leg) {
        return update("move-call", leg, parameter("Url", urls.interpreterNow(offer)));
    }

    @Override
    public Mono<LegLife> moveGuest(GuestId guest, String leg) {
        return update("move-call", leg, parameter("Url", urls.guestNow(guest)));
    }

    /** The room may have been closed, and opened again under the same name. */
    @Override
    public Mono<Boolean> hold(OfferId room, @Nullable String roomSid, GuestId guest, String leg, boolean held) {
        var form = parameter("Hold", Boolean.toString(held));
        if (held) {
            form.add("HoldUrl", urls.guestHoldMusic(guest));
            form.add("HoldMethod", "POST");
        }
        return Mono.justOrEmpty(roomSid)
                .flatMap(sid -> updateParticipant(sid, leg, form))
                .filter(done -> done)
                .switchIfEmpty(Mono.defer(() -> sidOf(room).flatMap(sid -> updateParticipant(sid, leg, form))))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> updateParticipant(String roomSid, String leg, MultiValueMap<String, String> form) {
        var path = "/Conferences/" + roomSid + "/Participants/" + leg + ".json";
        return rest.post("update-participant", path, form, ParticipantResource.class)
                .map(participant -> true)
                .onErrorResume(TwilioTelephony::saysOver, error -> Mono.just(false));
    }

    private Mono<LegLife> update(String operation, String leg, MultiValueMap<String, String> form) {
        return rest.post(operation, "/Calls/" + leg + ".json", form, CallResource.class)
                .map(call -> end(call.status()).isPresent() ? LegLife.OVER : LegLife.ALIVE)
                .onErrorResume(TwilioTelephony::saysOver, error -> Mono.just(LegLife.OVER));
    }

    private static boolean saysOver(Throwable error) {
        return error instanceof TwilioRefused refused
                && (refused.code() == CALL_NOT_IN_PROGRESS || refused.status() == NOT_FOUND);
    }

    private static MultiValueMap<String, String> parameter(String name, String value) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add(name, value);
        return form;
    }

    @Override
    public Mono<Set<String>> legsIn(OfferId room, @Nullable String roomSid) {
        return Mono.justOrEmpty(roomSid)
                .flatMap(this::participants)
                .filter(present -> !present.isEmpty())
                .switchIfEmpty(Mono.defer(() -> sidOf(room).flatMap(this::participants)))
                .defaultIfEmpty(Set.of());
    }

    private Mono<String> sidOf(OfferId room) {
        return rest.get("find-room", "/Conferences.json?FriendlyName=" + room, ConferenceList.class)
                .flatMapIterable(ConferenceList::conferences)
                .filter(conference -> !conference.status().equals("completed"))
                .next()
                .map(ConferenceResource::sid);
    }

    private Mono<Set<String>> participants(String conferenceSid) {
        return rest.get(
                        "list-participants",
                        "/Conferences/" + conferenceSid + "/Participants.json",
                        ParticipantList.class)
                .map(list -> list.participants().stream()
                        .map(ParticipantResource::call_sid)
                        .collect(Collectors.toUnmodifiableSet()))
                .onErrorResume(TwilioTelephony::saysOver, error -> Mono.just(Set.of()));
    }

    @Override
    public Mono<Set<String>> liveLegs() {
        return Flux.fromIterable(ALIVE)
                .flatMap(this::legsThatAre, ALIVE.size())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Flux<String> legsThatAre(String status) {
        return rest.get("list-calls", "/Calls.json?PageSize=1000&Status=" + status, CallList.class)
                .expand(this::nextPage)
                .take(MOST_PAGES)
                .flatMapIterable(CallList::calls)
                .map(CallResource::sid);
    }

    private Mono<CallList> nextPage(CallList page) {
        return Mono.justOrEmpty(page.next_page_uri()).flatMap(uri -> rest.getPage("list-calls", uri, CallList.class));
    }

    @Override
    public Mono<LegEnd> endOf(String leg) {
        return rest.get("fetch-call", "/Calls/" + leg + ".json", CallResource.class)
                .flatMap(call -> Mono.justOrEmpty(end(call.status())))
                .onErrorResume(TwilioTelephony::saysOver, error -> Mono.just(LegEnd.CANCELED));
    }

    private static Optional<LegEnd> end(String status) {
        return switch (status) {
            case "completed" -> Optional.of(LegEnd.COMPLETED);
            case "busy" -> Optional.of(LegEnd.BUSY);
            case "no-answer" -> Optional.of(LegEnd.NO_ANSWER);
            case "failed" -> Optional.of(LegEnd.FAILED);
            case "canceled" -> Optional.of(LegEnd.CANCELED);
            default -> Optional.empty();
        };
    }

    private record CallList(
            List<CallResource> calls, @Nullable String next_page_uri) {}

    private record CallResource(String sid, String status) {}

    private record ConferenceList(List<ConferenceResource> conferences) {}

    private record ConferenceResource(String sid, String status) {}

    private record ParticipantList(List<ParticipantResource> participants) {}

    private record ParticipantResource(String call_sid) {}
}
