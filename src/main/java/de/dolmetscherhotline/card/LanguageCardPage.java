package de.dolmetscherhotline.card;

import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.PageLanguageNames;
import de.dolmetscherhotline.platform.Publications;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/**
 * The cards of one line. Open to everybody: they say nothing that is not printed and laid out in a hundred offices. The
 * card of languages is for whoever dials, the one of strings for whoever sets up a telephone.
 */
@Controller
class LanguageCardPage {

    private final LinesWithCard lines;
    private final Languages languages;
    private final PageLanguageNames names;
    private final int menuSize;

    LanguageCardPage(
            LinesWithCard lines,
            Languages languages,
            PageLanguageNames names,
            @Value("${hotline.call.menu-size:3}") int menuSize) {
        this.lines = lines;
        this.languages = languages;
        this.names = names;
        this.menuSize = menuSize;
    }

    @GetMapping("/languages/card")
    Mono<Rendering> card(@ModelAttribute Wanted wanted, Locale locale) {
        return lines.find(wanted)
                .map(line -> LanguageCard.of(line, languages, menuSize, locale, spoken -> names.of(spoken, locale)))
                .map(card -> rendering("card/card", card, wanted))
                .switchIfEmpty(Mono.fromSupplier(() -> missing(wanted)));
    }

    @GetMapping("/languages/speed-dial")
    Mono<Rendering> speedDial(@ModelAttribute Wanted wanted, Locale locale) {
        return lines.find(wanted)
                .map(line -> SpeedDial.of(line, languages, locale, spoken -> names.of(spoken, locale)))
                .map(card -> rendering("card/speed-dial", card, wanted))
                .switchIfEmpty(Mono.fromSupplier(() -> missing(wanted)));
    }

    private static Rendering rendering(String view, Object card, Wanted wanted) {
        return Publications.kept(
                Rendering.view(view).modelAttribute("card", card).modelAttribute("wanted", wanted), wanted.lang());
    }

    private static Rendering missing(Wanted wanted) {
        return Rendering.view("card/missing")
                .status(HttpStatus.NOT_FOUND)
                .modelAttribute("wanted", wanted)
                .build();
    }
}
