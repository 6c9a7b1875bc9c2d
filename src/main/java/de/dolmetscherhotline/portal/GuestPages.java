package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.call.guest.Guests;
import de.dolmetscherhotline.call.guest.Invitation;
import de.dolmetscherhotline.call.guest.Invitation.Invited;
import de.dolmetscherhotline.call.guest.Invitation.Refused;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.platform.Problems;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/**
 * Third parties on the page of a request: rung, held, taken back and dropped by forms. A number comes in by a form only, and is
 * shown again only to whoever typed it, when it is refused.
 */
@PortalPage
@RequestMapping(RequestPages.PATH + "/{id}/guests")
class GuestPages {

    private static final String SECTION = "#third-parties";

    private final RequestPage page;
    private final Guests guests;

    GuestPages(RequestPage page, Guests guests) {
        this.page = page;
        this.guests = guests;
    }

    /** As a browser sends it. */
    record Typed(@Nullable String number) {

        private String text() {
            return number == null ? "" : number.strip();
        }

        /** Without the number. */
        @Override
        public String toString() {
            return "Typed";
        }
    }

    @PostMapping
    Mono<Rendering> invite(
            @AuthenticationPrincipal SignedIn who, Locale locale, @PathVariable UUID id, @ModelAttribute Typed typed) {
        return PhoneNumber.parse(typed.text())
                .map(number -> call(who, id)
                        .flatMap(call -> guests.invite(call, who.organisation(), number))
                        .switchIfEmpty(Mono.error(() -> Problems.notFound("call")))
                        .flatMap(invitation -> answer(who, locale, id, typed, invitation)))
                .orElseGet(() -> wrong(who, locale, id, typed, "portal.problem.guest.unreadable"));
    }

    private Mono<Rendering> answer(SignedIn who, Locale locale, UUID id, Typed typed, Invitation invitation) {
        return switch (invitation) {
            case Invited invited -> Mono.just(back(id));
            case Refused refused -> wrong(who, locale, id, typed, GuestWords.problem(refused.why()));
        };
    }

    private Mono<Rendering> wrong(SignedIn who, Locale locale, UUID id, Typed typed, String problem) {
        return page.of(who, locale, id)
                .map(shown -> shown.modelAttribute("guestProblem", problem)
                        .modelAttribute("guestNumber", typed.text())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    @PostMapping("/{guest}/hold")
    Mono<Rendering> hold(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID guest) {
        return hold(who, id, guest, true);
    }

    @PostMapping("/{guest}/return")
    Mono<Rendering> takeBack(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID guest) {
        return hold(who, id, guest, false);
    }

    /** The page says how it stands, also where somebody was gone meanwhile. */
    private Mono<Rendering> hold(SignedIn who, UUID id, UUID guest, boolean held) {
        return call(who, id)
                .flatMap(call -> guests.hold(call, who.organisation(), new GuestId(guest), held))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("guest")))
                .map(done -> back(id));
    }

    @PostMapping("/{guest}/drop")
    Mono<Rendering> drop(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID guest) {
        return call(who, id)
                .flatMap(call -> guests.drop(call, who.organisation(), new GuestId(guest)))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("guest")))
                .map(dropped -> back(id));
    }

    /** Empty once the call was erased. */
    private Mono<CallId> call(SignedIn who, UUID id) {
        return page.request(who, id).flatMap(request -> Mono.justOrEmpty(request.call()));
    }

    private static Rendering back(UUID id) {
        return PortalViews.seeOther(RequestPages.address(id) + SECTION);
    }
}
