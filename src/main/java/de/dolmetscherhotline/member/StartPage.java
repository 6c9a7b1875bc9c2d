package de.dolmetscherhotline.member;

import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where somebody arrives who has signed in: the way to everything else, and what there is to print. */
@PortalPage
class StartPage {

    private final MemberOrganisation own;
    private final LanguageChoices languages;

    StartPage(MemberOrganisation own, LanguageChoices languages) {
        this.own = own;
        this.languages = languages;
    }

    @GetMapping(PortalAccess.PATH)
    Mono<Rendering> start(@AuthenticationPrincipal SignedIn who, Locale locale) {
        return own.of(who)
                .map(organisation -> PortalViews.page("start")
                        .modelAttribute("organisation", organisation)
                        .modelAttribute("favourites", languages.only(organisation.favouriteLanguages(), locale))
                        .build());
    }
}
