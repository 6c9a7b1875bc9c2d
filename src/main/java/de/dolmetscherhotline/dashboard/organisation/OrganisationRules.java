package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.organisation.GuestCountries;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.pool.Pairings;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who never interprets for an organisation, and in which countries it may ring third parties. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(OrganisationsPage.PATH + "/{id}")
class OrganisationRules {

    private static final Set<String> KNOWN_COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final int MOST_COUNTRIES = 50;
    private static final int LONGEST_REASON = 500;
    private static final String COUNTRIES = "countries";
    private static final String WHO = "apart-who";
    private static final String WHY = "apart-reason";

    private final Pairings pairings;
    private final GuestCountries countries;
    private final OrganisationSheet sheet;

    OrganisationRules(Pairings pairings, GuestCountries countries, OrganisationSheet sheet) {
        this.pairings = pairings;
        this.countries = countries;
        this.sheet = sheet;
    }

    @PostMapping("/apart")
    Mono<Rendering> part(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return sheet.organisation(who, id)
                .flatMap(organisation -> exchange.getFormData()
                        .map(Entered::of)
                        .map(OrganisationRules::withFaultsOfParting)
                        .flatMap(typed -> typed.isWrong()
                                ? refused(who, organisation, typed, locale)
                                : part(who, organisation, typed)));
    }

    private static Entered withFaultsOfParting(Entered typed) {
        return typed.with(WHO, Words.id(typed.value(WHO)).isEmpty(), "organisations.problem.who")
                .with(WHY, typed.value(WHY).isEmpty(), "organisations.problem.reason")
                .with(WHY, typed.value(WHY).length() > LONGEST_REASON, "organisations.problem.reason-long");
    }

    private Mono<Rendering> part(Staff who, Organisation organisation, Entered typed) {
        var interpreter = new InterpreterId(Words.id(typed.value(WHO)).orElseThrow());
        return pairings.part(who.district(), interpreter, organisation.id(), typed.value(WHY))
                .map(done -> answer(organisation, done ? "apart" : ""));
    }

    @PostMapping("/apart/{interpreter}/removal")
    Mono<Rendering> bringTogether(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @PathVariable UUID interpreter) {
        return sheet.organisation(who, id)
                .flatMap(organisation -> pairings.bringTogether(new InterpreterId(interpreter), organisation.id())
                        .map(done -> answer(organisation, "together")));
    }

    @PostMapping("/countries")
    Mono<Rendering> setCountries(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return sheet.organisation(who, id)
                .flatMap(organisation -> exchange.getFormData()
                        .map(Entered::of)
                        .map(OrganisationRules::withFaultsOfCountries)
                        .flatMap(typed -> typed.isWrong()
                                ? refused(who, organisation, typed, locale)
                                : countries
                                        .replace(organisation.id(), codes(typed))
                                        .map(done -> answer(organisation, COUNTRIES))));
    }

    private static Entered withFaultsOfCountries(Entered typed) {
        return typed.with(
                COUNTRIES,
                codes(typed).size() > MOST_COUNTRIES || !KNOWN_COUNTRIES.containsAll(codes(typed)),
                "organisations.problem.countries");
    }

    private static List<String> codes(Entered typed) {
        return Stream.of(typed.value(COUNTRIES).split("[\\s,;]+", -1))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private static Rendering answer(Organisation organisation, String what) {
        var path = OrganisationSheet.path(organisation.id());
        return what.isEmpty() ? DashboardViews.seeOther(path) : DashboardViews.done(path, what);
    }

    private Mono<Rendering> refused(Staff who, Organisation organisation, Entered typed, Locale locale) {
        return sheet.page(who, organisation, typed, locale)
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build());
    }
}
