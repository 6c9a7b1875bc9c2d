package de.dolmetscherhotline.dashboard.organisation;

import static de.dolmetscherhotline.dashboard.organisation.Words.text;

import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.organisation.OrganisationList;
import de.dolmetscherhotline.request.Requests;
import de.dolmetscherhotline.request.Requests.Filter;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What the organisations of the district asked for in writing, and each of it. */
@DashboardPage(Role.VIEWER)
@RequestMapping(RequestsPage.PATH)
class RequestsPage {

    static final String PATH = "/dashboard/requests";
    static final String CANCELLED = "cancelled";

    private static final int ON_A_PAGE = 50;

    private final Requests requests;
    private final OrganisationList organisations;
    private final RequestSheet sheet;
    private final OfferedLanguages languages;

    RequestsPage(Requests requests, OrganisationList organisations, RequestSheet sheet, OfferedLanguages languages) {
        this.requests = requests;
        this.organisations = organisations;
        this.sheet = sheet;
        this.languages = languages;
    }

    /** Which requests, as it was typed. */
    record Typed(
            @Nullable String show,
            @Nullable String language,
            @Nullable String organisation,
            @Nullable String page) {

        private Search search() {
            return new Search(text(show), text(language), text(organisation), Words.page(page));
        }
    }

    /** Which requests; empty = it does not matter. */
    public record Search(String show, String language, String organisation, int page) {

        public boolean isNarrowed() {
            return !(show + language + organisation).isEmpty();
        }
    }

    @GetMapping
    Mono<Rendering> list(@AuthenticationPrincipal Staff who, @ModelAttribute Typed typed, Locale locale) {
        var search = typed.search();
        var filter = filter(who, search);
        return organisations
                .names(who.district())
                .flatMap(names -> requests.page(filter, ON_A_PAGE, (long) search.page() * ON_A_PAGE)
                        .map(request -> sheet.line(request, names, locale))
                        .collectList()
                        .zipWith(
                                requests.count(filter),
                                (lines, count) -> page(search, names, locale)
                                        .modelAttribute("lines", lines)
                                        .modelAttribute("count", count)
                                        .modelAttribute("more", count > (search.page() + 1L) * ON_A_PAGE)
                                        .build()));
    }

    private Filter filter(Staff who, Search search) {
        return new Filter(
                Words.id(search.organisation()).map(OrganisationId::new).orElse(null),
                search.show().isEmpty() ? null : search.show().equals("open"),
                languages.known(search.language()).orElse(null),
                who.district());
    }

    private Rendering.Builder<?> page(Search search, Map<OrganisationId, String> names, Locale locale) {
        return DashboardViews.page("requests")
                .modelAttribute("search", search)
                .modelAttribute("languages", languages.all(locale))
                .modelAttribute("organisations", OrganisationChoice.of(names));
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done,
            Locale locale) {
        return sheet.request(who, id)
                .flatMap(request -> sheet.page(who, request, Entered.NOTHING, locale))
                .map(page -> page.modelAttribute(DashboardViews.DONE, text(done).equals(CANCELLED) ? CANCELLED : "")
                        .build());
    }
}
