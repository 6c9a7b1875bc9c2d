package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.call.guest.Guest;
import de.dolmetscherhotline.call.guest.GuestNews;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.request.InterpreterRequest;
import de.dolmetscherhotline.request.LiveRequests;
import de.dolmetscherhotline.request.RequestStatus;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the open page of a request as it is: tells its script that something has changed, and what. */
@PortalPage
@RequestMapping(RequestPages.PATH + "/{id}")
class RequestEvents {

    private final RequestPage page;
    private final LiveRequests live;
    private final GuestNews guests;

    RequestEvents(RequestPage page, LiveRequests live, GuestNews guests) {
        this.page = page;
        this.live = live;
        this.guests = guests;
    }

    /** The parts of the page that change, for the script that has heard that they have. */
    @GetMapping("/progress")
    Mono<Rendering> progress(@AuthenticationPrincipal SignedIn who, Locale locale, @PathVariable UUID id) {
        return page.part(who, locale, id).map(Rendering.Builder::build);
    }

    /** Says that something has changed; what it is, the page asks for. */
    @ResponseBody
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Long>> events(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page.request(who, id)
                .flatMapMany(known -> Flux.combineLatest(
                        live.follow(id, who.organisation()), guests(known, who), (request, guests) -> request))
                .takeUntil(request -> request.status() == RequestStatus.ENDED)
                .map(request -> ServerSentEvent.builder(request.revision())
                        .event("request")
                        .build());
    }

    private Flux<List<Guest>> guests(InterpreterRequest request, SignedIn who) {
        return Mono.justOrEmpty(request.call())
                .flatMapMany(call -> guests.follow(call, who.organisation()))
                .defaultIfEmpty(List.of());
    }
}
