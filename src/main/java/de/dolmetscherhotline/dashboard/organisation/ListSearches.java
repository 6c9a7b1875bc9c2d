package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.organisation.OrganisationList;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Staff;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** What is sought in the lists of requests and of appointments: in which language, of which organisation, on which days. */
@Component
class ListSearches {

    private static final String LANGUAGE = "language";
    private static final String ORGANISATION = "organisation";
    private static final List<String> FIELDS =
            List.of("show", "status", "outcome", LANGUAGE, ORGANISATION, DaySpan.FROM, DaySpan.TO);

    private static final String NOT_IN_THE_LIST = "dashboard.problem.choice";

    private final OrganisationList organisations;
    private final OfferedLanguages languages;

    ListSearches(OrganisationList organisations, OfferedLanguages languages) {
        this.organisations = organisations;
        this.languages = languages;
    }

    /**
     * What is sought, and what is wrong with it.
     *
     * @param names of the organisations of the district
     */
    record Search(Entered typed, DaySpan days, Map<OrganisationId, String> names) {

        int page() {
            return Words.page(typed.value("page"));
        }

        boolean isNarrowed() {
            return FIELDS.stream().anyMatch(field -> !typed.value(field).isEmpty());
        }

        /** What is sought, as it stands in an address. */
        String query() {
            return FIELDS.stream()
                    .filter(field -> !typed.value(field).isEmpty())
                    .map(field -> field + "=" + UriUtils.encode(typed.value(field), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }

        /** The same; fails with 422 if something is wrong with it. */
        Mono<Search> orRefused() {
            return typed.isWrong() ? Mono.error(ListFiles::refused) : Mono.just(this);
        }

        @Nullable
        OrganisationId organisation() {
            return Words.id(typed.value(ORGANISATION)).map(OrganisationId::new).orElse(null);
        }
    }

    /**
     * What is typed into the address, checked.
     *
     * @param choices what can be chosen in the fields that only this list has
     */
    Mono<Search> of(Staff who, ServerWebExchange exchange, Map<String, Set<String>> choices) {
        var typed = Entered.of(exchange.getRequest().getQueryParams());
        var days = DaySpan.of(typed);
        return organisations
                .names(who.district())
                .map(names -> new Search(days.checked(checked(chosen(typed, choices), names)), days, names));
    }

    private static Entered chosen(Entered typed, Map<String, Set<String>> choices) {
        var checked = typed;
        for (var field : choices.entrySet()) {
            var value = typed.value(field.getKey());
            checked = checked.with(
                    field.getKey(), !value.isEmpty() && !field.getValue().contains(value), NOT_IN_THE_LIST);
        }
        return checked;
    }

    private Entered checked(Entered typed, Map<OrganisationId, String> names) {
        var language = typed.value(LANGUAGE);
        var organisation = typed.value(ORGANISATION);
        var known = Words.id(organisation).map(OrganisationId::new).filter(names::containsKey);
        return typed.with(
                        LANGUAGE,
                        !language.isEmpty() && languages.known(language).isEmpty(),
                        NOT_IN_THE_LIST)
                .with(ORGANISATION, !organisation.isEmpty() && known.isEmpty(), NOT_IN_THE_LIST);
    }

    @Nullable
    Language language(Search search) {
        return languages.known(search.typed().value(LANGUAGE)).orElse(null);
    }

    /** A page with the form to search by. */
    Rendering.Builder<?> page(String view, Search search, Locale locale) {
        return DashboardViews.page(view)
                .modelAttribute("search", search.typed())
                .modelAttribute("narrowed", search.isNarrowed())
                .modelAttribute("query", search.query())
                .modelAttribute("most", ListFiles.MOST)
                .modelAttribute("page", search.page())
                .modelAttribute("languages", languages.all(locale))
                .modelAttribute("organisations", OrganisationChoice.of(search.names()));
    }
}
