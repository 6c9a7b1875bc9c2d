package de.dolmetscherhotline.card;

import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.PageLanguageNames;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.organisation.Organisation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The speed-dial cards of organisations, for the oldest line of their district; empty if it has none. */
@Component
public class OrganisationCards {

    private final Lines lines;
    private final Languages languages;
    private final PageLanguageNames names;

    OrganisationCards(Lines lines, Languages languages, PageLanguageNames names) {
        this.lines = lines;
        this.languages = languages;
        this.names = names;
    }

    /** The place of the PIN is left to be written in. */
    public Mono<OrganisationCard> of(Organisation organisation, Locale locale) {
        return card(organisation, null, locale);
    }

    /** With a PIN that has just been made. */
    public Mono<OrganisationCard> with(String pin, Organisation organisation, Locale locale) {
        return card(organisation, pin, locale);
    }

    private Mono<OrganisationCard> card(Organisation organisation, @Nullable String pin, Locale locale) {
        return lines.page(organisation.districtId(), 1, 0)
                .next()
                .map(line -> OrganisationCard.of(organisation, dial(line, organisation, locale), pin));
    }

    /** The languages that it hears in the menu come first: its own, or else those of the line. */
    private SpeedDial dial(Line line, Organisation organisation, Locale locale) {
        var own = organisation.favouriteLanguages();
        return SpeedDial.of(
                line, own.isEmpty() ? line.languages() : own, languages, locale, spoken -> names.of(spoken, locale));
    }
}
