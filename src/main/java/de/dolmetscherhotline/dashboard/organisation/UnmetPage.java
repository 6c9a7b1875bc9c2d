package de.dolmetscherhotline.dashboard.organisation;

import static de.dolmetscherhotline.dashboard.organisation.Words.text;

import de.dolmetscherhotline.dashboard.organisation.UnmetNeeds.Found;
import de.dolmetscherhotline.dashboard.organisation.UnmetNeeds.Need;
import de.dolmetscherhotline.dashboard.organisation.UnmetNeeds.Wanted;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile.Format;
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
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Demand that nobody met, until a coordinator has dealt with it. */
@DashboardPage(Role.VIEWER)
class UnmetPage {

    static final String PATH = "/dashboard/unmet-demand";
    static final String SETTLED = "settled";
    static final String REOPENED = "reopened";

    private static final List<String> COLUMNS = List.of(
            "organisations.file.day",
            "organisations.file.time",
            "organisations.file.way",
            "organisations.language",
            "organisations.emergency",
            "organisations.organisation",
            "organisations.state",
            "organisations.file.settled",
            "organisations.file.note");

    private final Sheet sheet;
    private final ListFiles files;

    UnmetPage(Sheet sheet, ListFiles files) {
        this.sheet = sheet;
        this.files = files;
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

    /** The same as a file, all pages of it. */
    @GetMapping(PATH + "/export")
    Mono<ResponseEntity<byte[]>> export(
            @AuthenticationPrincipal Staff who,
            @ModelAttribute Typed typed,
            @RequestParam Format format,
            Locale locale) {
        return files.file(
                who,
                format,
                new ListFiles.Listed(
                        "organisations.unmet.title",
                        COLUMNS,
                        sheet.all(who, typed, locale).map(line -> row(who, line, locale))),
                locale);
    }

    private List<Cell> row(Staff who, Line line, Locale locale) {
        var at = line.at().atZone(who.zone());
        var settledAt = line.settledAt();
        return List.of(
                ListFiles.day(at),
                ListFiles.time(at),
                files.word("organisations.unmet.way." + line.way(), locale),
                ListFiles.text(line.language()),
                files.yesOrNo(line.emergency(), locale),
                ListFiles.text(line.organisationName()),
                files.word(line.what(), locale),
                settledAt == null ? Cell.empty() : ListFiles.day(settledAt.atZone(who.zone())),
                ListFiles.text(line.note()));
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
            var wanted = wanted(who, typed);
            var language = wanted.language();
            return needs.find(wanted)
                    .zipWith(
                            needs.names(who.district()),
                            (found, names) -> page(found, names, locale)
                                    .modelAttribute("settled", wanted.settled())
                                    .modelAttribute("language", language == null ? "" : language.tag())
                                    .modelAttribute("page", wanted.page())
                                    .modelAttribute("more", found.more())
                                    .modelAttribute("may", who.isAtLeast(Role.COORDINATOR)));
        }

        /** One more than a file has, if there are more. */
        Flux<Line> all(Staff who, Typed typed, Locale locale) {
            return needs.names(who.district())
                    .flatMapMany(names ->
                            needs.all(wanted(who, typed), ListFiles.MOST + 1).map(need -> line(need, names, locale)));
        }

        private static Wanted wanted(Staff who, Typed typed) {
            return new Wanted(
                    who.district(),
                    text(typed.show()).equals(SETTLED),
                    Words.language(text(typed.language())).orElse(null),
                    Words.page(typed.page()));
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
