package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.CalendarFeeds;
import de.dolmetscherhotline.appointment.CalendarFeeds.Known;
import de.dolmetscherhotline.appointment.CalendarFeeds.Made;
import de.dolmetscherhotline.appointment.TooManyFeeds;
import de.dolmetscherhotline.member.MemberOrganisation;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.platform.Problems;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Addresses at which calendar programs read the organisation's appointments; each is shown once. */
@PortalPage
@RequestMapping(CalendarPages.PATH)
class CalendarPages {

    static final String PATH = AppointmentPages.PATH + "/calendar";

    private final CalendarFeeds feeds;
    private final MemberOrganisation own;

    CalendarPages(CalendarFeeds feeds, MemberOrganisation own) {
        this.feeds = feeds;
        this.own = own;
    }

    /** An address that is in use. */
    public record Shown(UUID id, String since) {}

    @GetMapping
    Mono<Rendering> list(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @RequestParam(name = PortalViews.DONE, required = false, defaultValue = "") String done) {
        return own.zone(who)
                .flatMapMany(zone -> feeds.of(who.organisation()).map(known -> shown(known, locale, zone)))
                .collectList()
                .map(shown -> PortalViews.page("calendar")
                        .modelAttribute("feeds", shown)
                        .modelAttribute("key", UUID.randomUUID())
                        .modelAttribute(PortalViews.DONE, done)
                        .build());
    }

    private static Shown shown(Known known, Locale locale, ZoneId zone) {
        return new Shown(known.id(), AppointmentWording.moment(known.createdAt(), locale, zone));
    }

    /** Makes one, or, if the form is sent twice, gives it the address that is shown last. */
    @PostMapping("/{id}")
    Mono<Rendering> make(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return feeds.add(id, who.organisation())
                .map(CalendarPages::shownOnce)
                .onErrorResume(TooManyFeeds.class, full -> Mono.just(PortalViews.done(PATH, "full")))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("calendar feed")));
    }

    @PostMapping("/{id}/renewal")
    Mono<Rendering> renew(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return feeds.renew(id, who.organisation())
                .map(CalendarPages::shownOnce)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("calendar feed")));
    }

    private static Rendering shownOnce(Made made) {
        return PortalViews.page("new-calendar")
                .modelAttribute("address", made.address())
                .build();
    }

    @PostMapping("/{id}/revocation")
    Mono<Rendering> revoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return feeds.revoke(id, who.organisation())
                .filter(Boolean::booleanValue)
                .map(revoked -> PortalViews.done(PATH, "revoked"))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("calendar feed")));
    }
}
