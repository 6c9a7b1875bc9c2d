package de.dolmetscherhotline.member;

import de.dolmetscherhotline.platform.Problems;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A member's own access, and the ways out. */
@PortalPage
class AccountPage {

    static final String PATH = PortalAccess.PATH + "/account";

    private final OrganisationMembers members;
    private final MemberSessions sessions;
    private final PortalCookie cookie;

    AccountPage(OrganisationMembers members, MemberSessions sessions, PortalCookie cookie) {
        this.members = members;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping(PATH)
    Mono<Rendering> account(@AuthenticationPrincipal SignedIn who) {
        return members.byId(who.organisation(), who.member())
                .map(member -> PortalViews.page("account")
                        .modelAttribute("member", member)
                        .build())
                .switchIfEmpty(Mono.error(() -> Problems.notFound("member")));
    }

    @PostMapping(PortalAccess.PATH + "/sign-out")
    Mono<Rendering> signOut(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookie.in(exchange))
                .flatMap(sessions::end)
                .then(Mono.fromSupplier(() -> out("out", exchange)));
    }

    /** In case she forgot to sign out somewhere, or lost the device. */
    @PostMapping(PortalAccess.PATH + "/sign-out-everywhere")
    Mono<Rendering> signOutEverywhere(@AuthenticationPrincipal SignedIn who, ServerWebExchange exchange) {
        return sessions.endAll(who.member()).then(Mono.fromSupplier(() -> out("everywhere", exchange)));
    }

    private Rendering out(String says, ServerWebExchange exchange) {
        cookie.remove(exchange);
        return PortalViews.seeOther(SignInPage.PATH + "?" + SignInPage.SAYS + "=" + says);
    }
}
