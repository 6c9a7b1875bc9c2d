package de.dolmetscherhotline.member;

import de.dolmetscherhotline.card.OrganisationCards;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.platform.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What is stored about a member's organisation; she chooses its languages, makes a new PIN, and prints its card. */
@PortalPage
@RequestMapping(OrganisationPage.PATH)
class OrganisationPage {

    static final String PATH = PortalAccess.PATH + "/organisation";

    private static final String PIN = "/pin";

    private final Organisations organisations;
    private final MemberOrganisation own;
    private final LanguageChoices languages;
    private final OrganisationCards cards;

    OrganisationPage(
            Organisations organisations, MemberOrganisation own, LanguageChoices languages, OrganisationCards cards) {
        this.organisations = organisations;
        this.own = own;
        this.languages = languages;
        this.cards = cards;
    }

    @GetMapping
    Mono<Rendering> organisation(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @RequestParam(name = PortalViews.DONE, required = false) @Nullable String done) {
        return own.of(who)
                .map(organisation -> PortalViews.page("organisation")
                        .modelAttribute("organisation", organisation)
                        .modelAttribute("choices", languages.with(organisation.favouriteLanguages(), locale))
                        .modelAttribute("favourites", languages.only(organisation.favouriteLanguages(), locale))
                        .modelAttribute(PortalViews.DONE, "saved".equals(done))
                        .build());
    }

    /** What was ticked. */
    record Ticked(@Nullable List<String> language) {

        private List<String> tags() {
            return Objects.requireNonNullElse(language, List.of());
        }
    }

    @PostMapping("/languages")
    Mono<Rendering> choose(@AuthenticationPrincipal SignedIn who, @ModelAttribute Ticked ticked) {
        return own.of(who)
                .map(before -> Organisation.favourites(before.favouriteLanguages(), languages.ticked(ticked.tags())))
                .flatMap(chosen -> organisations.setFavourites(who.organisation(), chosen))
                .thenReturn(PortalViews.done(PATH, "saved"));
    }

    /** Asks first: whoever calls with the old PIN is not let in any more. */
    @GetMapping(PIN)
    Mono<Rendering> askForNewPin(@AuthenticationPrincipal SignedIn who) {
        return own.of(who)
                .map(organisation -> PortalViews.page("pin")
                        .modelAttribute("organisation", organisation)
                        .build());
    }

    /** Shows it this once, with a card to print in which it stands. */
    @PostMapping(PIN)
    Mono<Rendering> newPin(@AuthenticationPrincipal SignedIn who, Locale locale) {
        return organisations
                .newPin(who.organisation())
                .flatMap(pin -> shownOnce(who, pin, locale))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")));
    }

    private Mono<Rendering> shownOnce(SignedIn who, String pin, Locale locale) {
        return own.of(who)
                .flatMap(organisation -> cards.with(pin, organisation, locale))
                .map(card -> newPin(pin).modelAttribute("card", card).build())
                .defaultIfEmpty(newPin(pin).build());
    }

    private static Rendering.Builder<?> newPin(String pin) {
        return PortalViews.page("new-pin").modelAttribute("pin", pin);
    }

    /** The strings that its telephones store, as far as they work for it; for paper. */
    @GetMapping("/speed-dial")
    Mono<Rendering> speedDial(@AuthenticationPrincipal SignedIn who, Locale locale) {
        return own.of(who)
                .flatMap(organisation -> cards.of(organisation, locale))
                .map(card -> PortalViews.page("speed-dial")
                        .modelAttribute("card", card)
                        .build())
                .defaultIfEmpty(PortalViews.page("speed-dial")
                        .status(HttpStatus.NOT_FOUND)
                        .build());
    }
}
