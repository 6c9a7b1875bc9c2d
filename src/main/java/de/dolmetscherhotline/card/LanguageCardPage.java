package de.dolmetscherhotline.card;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.platform.PageLanguage;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/**
 * The card of one line: the one that is named, else the oldest of the district that is named, else the only one there is.
 * Open to everybody: it says nothing that is not printed and laid out in a hundred offices.
 */
@Controller
class LanguageCardPage {

    static final String PATH = "/languages/card";

    private static final String KEPT = Objects.requireNonNull(
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic().getHeaderValue());

    private final Lines lines;
    private final Languages languages;
    private final MessageSource messages;
    private final int menuSize;

    LanguageCardPage(
            Lines lines,
            Languages languages,
            MessageSource messages,
            @Value("${hotline.call.menu-size:3}") int menuSize) {
        this.lines = lines;
        this.languages = languages;
        this.messages = messages;
        this.menuSize = menuSize;
    }

    /**
     * Which card is wanted.
     *
     * @param line id of a line
     * @param district id of a district
     * @param lang language of the card; null = whatever the browser asks for
     */
    record Wanted(
            @Nullable String line,
            @Nullable String district,
            @Nullable String lang) {

        /** The address of the same card in another language. */
        public String in(String language) {
            return PATH + "?" + id("line", line) + id("district", district) + "lang=" + language;
        }

        private static String id(String name, @Nullable String value) {
            return uuid(value).map(id -> name + "=" + id + "&").orElse("");
        }

        private boolean saysLanguage() {
            return lang != null && PageLanguage.offers(lang);
        }
    }

    @GetMapping(PATH)
    Mono<Rendering> card(@ModelAttribute Wanted wanted, Locale locale) {
        return find(wanted)
                .map(line -> LanguageCard.of(line, languages, menuSize, locale, spoken -> name(spoken, locale)))
                .map(card -> rendering(card, wanted))
                .switchIfEmpty(Mono.fromSupplier(() -> missing(wanted)));
    }

    private Mono<Line> find(Wanted wanted) {
        if (wanted.line() != null) {
            return Mono.justOrEmpty(uuid(wanted.line())).flatMap(id -> lines.byId(new LineId(id)));
        }
        if (wanted.district() != null) {
            return Mono.justOrEmpty(uuid(wanted.district()))
                    .flatMap(id -> lines.page(new DistrictId(id), 1, 0).next());
        }
        return lines.page(null, 2, 0)
                .collectList()
                .filter(found -> found.size() == 1)
                .map(found -> found.getFirst());
    }

    private String name(SpokenLanguage spoken, Locale locale) {
        var name = messages.getMessage("language." + spoken.language().tag(), null, spoken.name(), locale);
        return name == null ? spoken.name() : name;
    }

    private static Rendering rendering(LanguageCard card, Wanted wanted) {
        var rendering = Rendering.view("card/card")
                .modelAttribute("card", card)
                .modelAttribute("wanted", wanted)
                .header(HttpHeaders.CACHE_CONTROL, KEPT);
        return wanted.saysLanguage()
                ? rendering.build()
                : rendering
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                        .build();
    }

    private static Rendering missing(Wanted wanted) {
        return Rendering.view("card/missing")
                .status(HttpStatus.NOT_FOUND)
                .modelAttribute("wanted", wanted)
                .build();
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
