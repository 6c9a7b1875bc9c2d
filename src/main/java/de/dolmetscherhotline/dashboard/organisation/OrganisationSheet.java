package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.access.Scope;
import de.dolmetscherhotline.apikey.KeyIssuing;
import de.dolmetscherhotline.call.CallHistory;
import de.dolmetscherhotline.call.CallHistory.PastCall;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Origin;
import de.dolmetscherhotline.member.OrganisationMembers;
import de.dolmetscherhotline.organisation.GuestCountries;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.pool.Pairings;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything about one organisation, as its page shows it. */
@Component
class OrganisationSheet {

    private static final int LATEST_CALLS = 10;
    private static final int CALLS_ON_A_PAGE = 50;

    private final Organisations organisations;
    private final OrganisationMembers members;
    private final KeyIssuing keys;
    private final Pairings pairings;
    private final GuestCountries countries;
    private final CallHistory history;
    private final OfferedLanguages languages;

    OrganisationSheet(
            Organisations organisations,
            OrganisationMembers members,
            KeyIssuing keys,
            Pairings pairings,
            GuestCountries countries,
            CallHistory history,
            OfferedLanguages languages) {
        this.organisations = organisations;
        this.members = members;
        this.keys = keys;
        this.pairings = pairings;
        this.countries = countries;
        this.history = history;
        this.languages = languages;
    }

    static String path(OrganisationId id) {
        return OrganisationsPage.PATH + "/" + id;
    }

    /** One of her district; fails with 404 if it has none with that id. */
    Mono<Organisation> organisation(Staff who, UUID id) {
        return organisations
                .byId(new OrganisationId(id))
                .filter(found -> found.districtId().equals(who.district()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** A call in words. */
    public record CallLine(
            UUID id,
            Instant at,
            Origin origin,
            @Nullable String language,
            boolean emergency,
            @Nullable String outcome,
            @Nullable Long minutes,
            @Nullable Integer rating) {}

    /** Somebody to keep from the organisation, as a form lets choose. */
    public record Choice(String value, String words) {}

    /** @param typed into one of the forms on the page */
    Mono<Rendering.Builder<?>> page(Staff who, Organisation organisation, Entered typed, Locale locale) {
        var id = organisation.id();
        return Mono.<Rendering.Builder<?>>just(DashboardViews.page("organisation"))
                .map(page -> facts(page, who, organisation, typed, locale))
                .flatMap(page -> with(page, "members", members.of(id)))
                .flatMap(page -> with(page, "keys", keys.of(id)))
                .flatMap(page -> with(page, "apart", pairings.keptFrom(id)))
                .flatMap(page -> with(page, "others", others(organisation)))
                .flatMap(page -> with(page, "countries", countries.of(id).flatMapIterable(codes -> codes)))
                .flatMap(page -> with(page, "calls", lines(organisation, LATEST_CALLS, 0, locale)));
    }

    private Rendering.Builder<?> facts(
            Rendering.Builder<?> page, Staff who, Organisation organisation, Entered typed, Locale locale) {
        return page.modelAttribute("path", path(organisation.id()))
                .modelAttribute("organisation", organisation)
                .modelAttribute("favourites", names(organisation.favouriteLanguages(), locale))
                .modelAttribute("scopes", Scope.values())
                .modelAttribute("typed", typed)
                .modelAttribute("locale", locale)
                .modelAttribute("may", who.isAtLeast(Role.COORDINATOR))
                .modelAttribute(DashboardViews.DONE, "");
    }

    private List<String> names(Collection<Language> some, Locale locale) {
        return some.stream().map(language -> languages.name(language, locale)).toList();
    }

    /** Their ids as text: they are offered, nothing is shown of them. */
    private Flux<Choice> others(Organisation organisation) {
        return pairings.others(organisation.districtId(), organisation.id())
                .map(other -> new Choice(other.id().toString(), other.name()));
    }

    /** One page of its calls. */
    Mono<Rendering> calls(Organisation organisation, int number, Locale locale) {
        return lines(organisation, CALLS_ON_A_PAGE, (long) number * CALLS_ON_A_PAGE, locale)
                .collectList()
                .zipWith(
                        history.count(organisation.id()),
                        (lines, count) -> DashboardViews.page("organisation-calls")
                                .modelAttribute("organisation", organisation)
                                .modelAttribute("calls", lines)
                                .modelAttribute("page", number)
                                .modelAttribute("count", count)
                                .modelAttribute("more", count > (number + 1L) * CALLS_ON_A_PAGE)
                                .build());
    }

    private Flux<CallLine> lines(Organisation organisation, int limit, long offset, Locale locale) {
        return history.of(organisation.id(), limit, offset).map(call -> line(call, locale));
    }

    private CallLine line(PastCall call, Locale locale) {
        var outcome = call.outcome();
        return new CallLine(
                call.id().value(),
                call.startedAt(),
                call.origin(),
                languages.nameOrNull(call.language(), locale),
                call.emergency(),
                outcome == null
                        ? null
                        : "evaluation.outcome." + Words.word(outcome).replace('_', '-'),
                minutes(call.connectedAt(), call.endedAt()),
                call.rating());
    }

    /** Every minute that has begun. */
    private static @Nullable Long minutes(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? null
                : Duration.between(from, to).plusSeconds(59).toMinutes();
    }

    private static Mono<Rendering.Builder<?>> with(Rendering.Builder<?> page, String name, Flux<?> found) {
        return found.collectList().map(list -> page.modelAttribute(name, list));
    }
}
