package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.member.MemberOrganisation;
import de.dolmetscherhotline.member.PortalEntry;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.request.InterpreterRequest.Feedback;
import de.dolmetscherhotline.request.RequestDesk;
import de.dolmetscherhotline.request.Requests;
import de.dolmetscherhotline.request.Requests.Filter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What an organisation has asked for: the list of it, and the page of each request, where it is cancelled and judged. */
@PortalPage
@RequestMapping(RequestPages.PATH)
class RequestPages {

    static final String PATH = "/portal/requests";

    private static final int ON_A_PAGE = 25;
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_COMMENT = 1000;

    private final RequestDesk desk;
    private final Requests requests;
    private final RequestPage page;
    private final MemberOrganisation own;
    private final RequestWords words;

    RequestPages(RequestDesk desk, Requests requests, RequestPage page, MemberOrganisation own, RequestWords words) {
        this.desk = desk;
        this.requests = requests;
        this.page = page;
        this.own = own;
        this.words = words;
    }

    static String address(UUID id) {
        return PATH + "/" + id;
    }

    @GetMapping
    Mono<Rendering> list(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @RequestParam(name = "page", required = false, defaultValue = "0") String typed) {
        var number = pageNumber(typed);
        var all = Filter.of(who.organisation(), null);
        return own.zone(who)
                .flatMapMany(zone -> requests.page(all, ON_A_PAGE, (long) number * ON_A_PAGE)
                        .map(request -> words.of(request, locale, zone)))
                .collectList()
                .zipWith(
                        requests.count(all),
                        (shown, total) -> PortalViews.page("requests")
                                .modelAttribute("requests", shown)
                                .modelAttribute("page", number)
                                .modelAttribute("more", (long) (number + 1) * ON_A_PAGE < total)
                                .build());
    }

    private static int pageNumber(String typed) {
        return typed.matches("[0-9]{1,5}") ? Math.min(LAST_PAGE, Integer.parseInt(typed)) : 0;
    }

    @GetMapping("/{id}")
    Mono<Rendering> request(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @PathVariable UUID id,
            @RequestParam(required = false, defaultValue = "") String outlook,
            @RequestParam(name = PortalViews.DONE, required = false, defaultValue = "") String done) {
        return page.of(who, locale, id)
                .map(shown -> shown.modelAttribute("outlook", known(outlook))
                        .modelAttribute(PortalViews.DONE, done)
                        .build());
    }

    /** Only bad news is told; it is in the address, which anybody may change. */
    private static String known(String outlook) {
        return "nobody_on_duty".equals(outlook) || "not_in_pool".equals(outlook) ? outlook : "";
    }

    @PostMapping("/{id}/cancellation")
    Mono<Rendering> cancel(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return desk.cancel(id, who.organisation())
                .switchIfEmpty(Mono.error(() -> Problems.notFound("request")))
                .map(cancelled -> PortalViews.done(address(id), cancelled ? "cancelled" : "too-late"));
    }

    /** As a browser sends it. */
    record Opinion(@Nullable String stars, @Nullable String comment) {

        @Nullable
        Feedback feedback() {
            var said = comment == null ? "" : comment.strip();
            var good = stars != null && stars.matches("[1-5]") && said.length() <= LONGEST_COMMENT;
            return good ? new Feedback(Integer.parseInt(stars), said.isEmpty() ? null : said) : null;
        }
    }

    @PostMapping("/{id}/feedback")
    Mono<Rendering> feedback(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @PathVariable UUID id,
            @ModelAttribute Opinion opinion) {
        var feedback = opinion.feedback();
        return feedback == null
                ? page.of(who, locale, id)
                        .map(shown -> shown.modelAttribute("opinion", opinion)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .build())
                : desk.hear(id, who.organisation(), feedback)
                        .switchIfEmpty(Mono.error(() -> Problems.notFound("request")))
                        .map(heard -> PortalViews.done(address(id), heard ? "thanks" : "no-talk"));
    }

    static PortalEntry entry() {
        return new PortalEntry(PATH, "portal.requests", 10);
    }
}
