package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.call.guest.Guest;
import de.dolmetscherhotline.call.guest.Guests;
import de.dolmetscherhotline.member.MemberOrganisation;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.organisation.GuestCountries;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.request.InterpreterRequest;
import de.dolmetscherhotline.request.Requests;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page of one request as it is now. The requests of other organisations do not exist. */
@Component
class RequestPage {

    private final Requests requests;
    private final Guests guests;
    private final GuestCountries countries;
    private final MemberOrganisation own;
    private final RequestWords words;

    RequestPage(
            Requests requests, Guests guests, GuestCountries countries, MemberOrganisation own, RequestWords words) {
        this.requests = requests;
        this.guests = guests;
        this.countries = countries;
        this.own = own;
        this.words = words;
    }

    Mono<InterpreterRequest> request(SignedIn who, UUID id) {
        return requests.byId(id, who.organisation()).switchIfEmpty(Mono.error(() -> Problems.notFound("request")));
    }

    /** The whole page; its address is the one that can be read again, also where a form was sent to another. */
    Mono<Rendering.Builder<?>> of(SignedIn who, Locale locale, UUID id) {
        return shown(who, locale, id, "request")
                .map(page -> page.modelAttribute("path", RequestPages.address(id)))
                .flatMap(page -> countries(who, locale).map(names -> page.modelAttribute("countries", names)));
    }

    private Mono<String> countries(SignedIn who, Locale locale) {
        return countries
                .of(who.organisation())
                .map(allowed -> GuestWords.countries(allowed, locale))
                .defaultIfEmpty("");
    }

    /** What of it changes. */
    Mono<Rendering.Builder<?>> part(SignedIn who, Locale locale, UUID id) {
        return shown(who, locale, id, "request :: live");
    }

    private Mono<Rendering.Builder<?>> shown(SignedIn who, Locale locale, UUID id, String view) {
        return own.zone(who)
                .flatMap(zone -> request(who, id)
                        .flatMap(request -> requests.history(id)
                                .collectList()
                                .map(history -> PortalViews.page(view)
                                        .modelAttribute("request", words.of(request, locale, zone))
                                        .modelAttribute("history", words.of(history, locale, zone)))
                                .flatMap(page -> guests(request, who)
                                        .map(guests -> page.modelAttribute("guests", GuestWords.of(guests, zone))))));
    }

    private Mono<List<Guest>> guests(InterpreterRequest request, SignedIn who) {
        return Mono.justOrEmpty(request.call())
                .flatMap(call -> guests.of(call, who.organisation()))
                .defaultIfEmpty(List.of());
    }
}
