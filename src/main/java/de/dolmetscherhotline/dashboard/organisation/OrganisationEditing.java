package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Adds organisations and changes what is recorded of them; nobody overwrites what she has not seen. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(OrganisationsPage.PATH)
class OrganisationEditing {

    private static final String ID = "id";
    private static final String REASON = "reason";

    private final Organisations organisations;
    private final OrganisationSheet sheet;
    private final OrganisationForm form;
    private final Deeds deeds;
    private final OfferedLanguages languages;

    OrganisationEditing(
            Organisations organisations,
            OrganisationSheet sheet,
            OrganisationForm form,
            Deeds deeds,
            OfferedLanguages languages) {
        this.organisations = organisations;
        this.sheet = sheet;
        this.form = form;
        this.deeds = deeds;
        this.languages = languages;
    }

    @GetMapping("/new")
    @RecordsItself("an empty form")
    Mono<Rendering> empty(Locale locale) {
        return Mono.just(
                page(Entered.NOTHING, OrganisationId.random(), null, locale).build());
    }

    @PostMapping("/new")
    @RecordsItself(Deeds.RECORDED)
    Mono<Rendering> add(@AuthenticationPrincipal Staff who, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData()
                .map(Entered::of)
                .map(form::checked)
                .flatMap(typed -> typed.isWrong()
                        ? refused(typed, idIn(typed), null, HttpStatus.UNPROCESSABLE_CONTENT, locale)
                        : add(who, typed, locale));
    }

    /** The form names the id: sent twice, it is one organisation. */
    private Mono<Rendering> add(Staff who, Entered typed, Locale locale) {
        var id = idIn(typed);
        var organisation = form.organisation(id, who.district(), typed, List.of());
        return deeds.done(
                        who,
                        Action.ADDED,
                        id,
                        "POST " + OrganisationsPage.PATH,
                        typed.value(REASON),
                        organisations.add(organisation, null).thenReturn(added(id)))
                .onErrorResume(
                        twice -> ConstraintProblems.isViolated(twice, "organisation_pkey"),
                        twice -> addedBefore(who, id, typed, locale))
                .onErrorResume(
                        OrganisationEditing::isNumberTaken,
                        taken -> refused(
                                typed.with("numbers", "organisations.problem.number-taken"),
                                id,
                                null,
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                locale));
    }

    private static Rendering added(OrganisationId id) {
        return DashboardViews.done(OrganisationSheet.path(id), "added");
    }

    /** Whoever went back and corrected something goes on with that as a change of what she has added. */
    private Mono<Rendering> addedBefore(Staff who, OrganisationId id, Entered typed, Locale locale) {
        return sheet.organisation(who, id.value())
                .flatMap(saved -> form.says(typed, saved)
                        ? Mono.just(added(id))
                        : conflict(typed, saved, "organisations.problem.added-before", locale));
    }

    private static OrganisationId idIn(Entered typed) {
        return Words.id(typed.value(ID)).map(OrganisationId::new).orElseGet(OrganisationId::random);
    }

    private static boolean isNumberTaken(Throwable refused) {
        return ConstraintProblems.isViolated(refused, "organisation_number_pkey");
    }

    @GetMapping("/{id}/edit")
    Mono<Rendering> edit(@AuthenticationPrincipal Staff who, @PathVariable UUID id, Locale locale) {
        return sheet.organisation(who, id)
                .map(organisation -> page(OrganisationForm.of(organisation), organisation.id(), organisation, locale)
                        .build());
    }

    @PostMapping("/{id}/edit")
    @RecordsItself(Deeds.RECORDED)
    Mono<Rendering> change(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return sheet.organisation(who, id)
                .flatMap(before -> exchange.getFormData()
                        .map(Entered::of)
                        .map(form::checked)
                        .flatMap(typed -> change(who, before, typed, locale)));
    }

    private Mono<Rendering> change(Staff who, Organisation before, Entered typed, Locale locale) {
        return typed.isWrong()
                ? refused(typed, before.id(), before, HttpStatus.UNPROCESSABLE_CONTENT, locale)
                : replace(who, before, typed)
                        .map(id -> DashboardViews.done(OrganisationSheet.path(id), "saved"))
                        .switchIfEmpty(Mono.defer(() -> outdated(who, before, typed, locale)))
                        .onErrorResume(
                                OrganisationEditing::isNumberTaken,
                                taken -> refused(
                                        typed.with("numbers", "organisations.problem.number-taken"),
                                        before.id(),
                                        before,
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        locale));
    }

    private Mono<OrganisationId> replace(Staff who, Organisation before, Entered typed) {
        var after = form.organisation(before.id(), before.districtId(), typed, before.favouriteLanguages());
        var expected = ExpectedVersion.from('"' + typed.value(OrganisationForm.VERSION) + '"');
        return deeds.done(
                who,
                Action.CHANGED,
                before.id(),
                "POST " + OrganisationsPage.PATH + "/{id}",
                typed.value(REASON),
                organisations
                        .replace(after, null, expected)
                        .filter(done -> done)
                        .map(done -> after.id()));
    }

    /** She sees what she typed, and may save it over what somebody else has saved meanwhile. */
    private Mono<Rendering> outdated(Staff who, Organisation before, Entered typed, Locale locale) {
        return sheet.organisation(who, before.id().value())
                .flatMap(now -> conflict(typed, now, "organisations.problem.outdated", locale));
    }

    private Mono<Rendering> conflict(Entered typed, Organisation now, String problem, Locale locale) {
        return refused(
                typed.with(OrganisationForm.VERSION, problem).with(OrganisationForm.VERSION, now.version()),
                now.id(),
                now,
                HttpStatus.CONFLICT,
                locale);
    }

    private Mono<Rendering> refused(
            Entered typed, OrganisationId id, @Nullable Organisation before, HttpStatus status, Locale locale) {
        return Mono.just(page(typed, id, before, locale).status(status).build());
    }

    private Rendering.Builder<?> page(Entered typed, OrganisationId id, @Nullable Organisation before, Locale locale) {
        return DashboardViews.page("organisation-form")
                .modelAttribute("typed", typed)
                .modelAttribute("id", id)
                .modelAttribute("before", before == null ? "" : before.name())
                .modelAttribute("kinds", OrganisationKind.values())
                .modelAttribute("rows", typed.all("contact-name").size() + 1)
                .modelAttribute("languages", languages.all(locale));
    }
}
