package de.dolmetscherhotline.dashboard.organisation;

import static de.dolmetscherhotline.dashboard.organisation.Words.text;

import de.dolmetscherhotline.dashboard.organisation.UnmetNeeds.Found;
import de.dolmetscherhotline.dashboard.organisation.UnmetNeeds.Need;
import de.dolmetscherhotline.dashboard.organisation.UnmetNeeds.Wanted;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Demand that nobody met, until a coordinator has dealt with it. */
@DashboardPage(Role.VIEWER)
class UnmetPage {

    static final String PATH = "/dashboard/unmet-demand";
    static final String SETTLED = "settled";
    static final String REOPENED = "reopened";

    private final Sheet sheet;

    UnmetPage(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Which needs, as it was typed. */
    record Typed(
            @Nullable String show,
            @Nullable String language,
            @Nullable String page,
            @Nullable String done) {}

    /**
     * A need in words.
     *
     * @param path where it is settled, or put on the list again
     */
    public record Line(
            UUID id,
            String path,
            String way,
            @Nullable UUID organisation,
            @Nullable String organisationName,
            @Nullable String language,
            boolean emergency,
            String what,
            Instant at,
            long days,
            @Nullable Instant settledAt,
            @Nullable String note,
            @Nullable String settledBy) {}

    /** How many needs there are in a language. */
    public record Sum(String tag, String name, long count) {}

    @GetMapping(PATH)
    Mono<Rendering> list(@AuthenticationPrincipal Staff who, @ModelAttribute Typed typed, Locale locale) {
        return sheet.page(who, typed, locale)
                .map(page -> page.modelAttribute(
                                DashboardViews.DONE,
                                Set.of(SETTLED, REOPENED).contains(text(typed.done())) ? text(typed.done()) : "")
                        .build());
    }

    /** What the page shows. */
    @Component
    static class Sheet {

        private final UnmetNeeds needs;
        private final OfferedLanguages languages;

        Sheet(UnmetNeeds needs, OfferedLanguages languages) {
            this.needs = needs;
            this.languages = languages;
        }

        Mono<Rendering.Builder<?>> page(Staff who, Typed typed, Locale locale) {
            var settled = text(typed.show()).equals(SETTLED);
            var language = Words.language(text(typed.language())).orElse(null);
            var wanted = new Wanted(who.district(), settled, language, Words.page(typed.page()));
            return needs.find(wanted)
                    .zipWith(
                            needs.names(who.district()),
                            (found, names) -> page(found, names, locale)
                                    .modelAttribute("settled", settled)
                                    .modelAttribute("language", language == null ? "" : language.tag())
                                    .modelAttribute("page", wanted.page())
                                    .modelAttribute("more", found.more())
                                    .modelAttribute("may", who.isAtLeast(Role.COORDINATOR)));
        }

        private Rendering.Builder<?> page(Found found, Map<OrganisationId, String> names, Locale locale) {
            return DashboardViews.page("unmet-demand")
                    .modelAttribute("path", PATH)
                    .modelAttribute("count", found.open())
                    .modelAttribute("sums", sums(found.byLanguage(), locale))
                    .modelAttribute(
                            "lines",
                            found.needs().stream()
                                    .map(need -> line(need, names, locale))
                                    .toList())
                    .modelAttribute("wrong", "")
                    .modelAttribute("tooLate", false)
                    .modelAttribute("typedNote", "")
                    .modelAttribute(DashboardViews.DONE, "");
        }

        private List<Sum> sums(Map<Language, Long> counts, Locale locale) {
            return counts.entrySet().stream()
                    .map(one -> new Sum(one.getKey().tag(), languages.name(one.getKey(), locale), one.getValue()))
                    .sorted(Comparator.comparingLong(Sum::count).reversed().thenComparing(Sum::name))
                    .toList();
        }

        private Line line(Need need, Map<OrganisationId, String> names, Locale locale) {
            var organisation = need.organisation();
            var way = Words.word(need.way());
            return new Line(
                    need.id(),
                    PATH + "/" + way + "s/" + need.id() + "/" + (need.settledAt() == null ? SETTLED : REOPENED),
                    way,
                    organisation == null ? null : organisation.value(),
                    organisation == null ? null : names.get(organisation),
                    languages.nameOrNull(need.language(), locale),
                    need.emergency(),
                    need.what(),
                    need.at(),
                    need.days(),
                    need.settledAt(),
                    need.note(),
                    need.settledBy());
        }
    }
}
