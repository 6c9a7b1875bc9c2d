package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.access.Scope;
import de.dolmetscherhotline.apikey.KeyIssuing;
import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.card.OrganisationCards;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.member.MemberInviting;
import de.dolmetscherhotline.member.MemberInviting.Invitation;
import de.dolmetscherhotline.member.OrganisationMembers;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** By what an organisation is let in: its PIN, people who sign in for it, keys of its software. What is secret is shown once. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(OrganisationsPage.PATH + "/{id}")
class OrganisationAccess {

    private static final String REASON = "reason";
    private static final String MEMBER_NAME = "member-name";
    private static final String MEMBER_MAIL = "member-mail";
    private static final String KEY_NAME = "key-name";
    private static final String KEY_SCOPE = "key-scope";
    private static final int LONGEST_NAME = 200;

    private final Organisations organisations;
    private final OrganisationMembers members;
    private final MemberInviting inviting;
    private final KeyIssuing keys;
    private final OrganisationSheet sheet;
    private final OrganisationCards cards;
    private final Deeds deeds;

    OrganisationAccess(
            Organisations organisations,
            OrganisationMembers members,
            MemberInviting inviting,
            KeyIssuing keys,
            OrganisationSheet sheet,
            OrganisationCards cards,
            Deeds deeds) {
        this.organisations = organisations;
        this.members = members;
        this.inviting = inviting;
        this.keys = keys;
        this.sheet = sheet;
        this.cards = cards;
        this.deeds = deeds;
    }

    @PostMapping("/pin")
    @RecordsItself(Deeds.RECORDED)
    Mono<Rendering> newPin(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return sent(
                who,
                id,
                exchange,
                (organisation, typed) -> deeds.begun(
                                who,
                                Deeds.to(organisation.id()),
                                "POST …/pin",
                                typed.value(REASON),
                                organisations.newPin(organisation.id()))
                        .flatMap(pin -> shownOnce(who, id, pin, locale)));
    }

    /** With a card to print in which it stands. */
    private Mono<Rendering> shownOnce(Staff who, UUID id, String pin, Locale locale) {
        return sheet.organisation(who, id)
                .flatMap(organisation -> cards.with(pin, organisation, locale)
                        .map(card -> newPin(organisation, pin)
                                .modelAttribute("card", card)
                                .build())
                        .switchIfEmpty(Mono.fromSupplier(
                                () -> newPin(organisation, pin).build())));
    }

    private static Rendering.Builder<?> newPin(Organisation organisation, String pin) {
        return secret(organisation, "pin", pin, "", "");
    }

    @PostMapping("/pin/withdrawal")
    Mono<Rendering> withdrawPin(@AuthenticationPrincipal Staff who, @PathVariable UUID id) {
        return sheet.organisation(who, id)
                .flatMap(organisation ->
                        organisations.withdrawPin(organisation.id()).map(done -> done(organisation, "pin-withdrawn")));
    }

    @PostMapping("/members")
    @RecordsItself(Deeds.RECORDED)
    Mono<Rendering> invite(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return sent(who, id, exchange, (organisation, typed) -> {
            var checked = withFaultsOfMember(typed);
            return checked.isWrong()
                    ? refused(who, organisation, checked, locale)
                    : invite(who, organisation, checked, locale);
        });
    }

    private static Entered withFaultsOfMember(Entered typed) {
        return typed.with(MEMBER_NAME, typed.value(MEMBER_NAME).isEmpty(), "portal.problem.name")
                .with(MEMBER_NAME, typed.value(MEMBER_NAME).length() > LONGEST_NAME, "portal.problem.name-long")
                .with(MEMBER_MAIL, MailAddress.parse(typed.value(MEMBER_MAIL)).isEmpty(), "portal.problem.mail");
    }

    /** Whoever has not come yet is invited again: a form that was sent twice invites one person. */
    private Mono<Rendering> invite(Staff who, Organisation organisation, Entered typed, Locale locale) {
        var mail = MailAddress.parse(typed.value(MEMBER_MAIL)).orElseThrow();
        var invitation = members.invited(organisation.id(), mail)
                .flatMap(waiting -> inviting.again(organisation.id(), waiting.id()))
                .switchIfEmpty(Mono.defer(() -> inviting.invite(organisation.id(), typed.value(MEMBER_NAME), mail)));
        return deeds.done(who, Action.INVITED, organisation.id(), "POST …/members", typed.value(REASON), invitation)
                .map(made -> invited(organisation, typed.value(MEMBER_NAME), made))
                .onErrorResume(
                        taken -> ConstraintProblems.isViolated(taken, "member_mail"),
                        taken -> refused(
                                who, organisation, typed.with(MEMBER_MAIL, "portal.problem.mail-taken"), locale));
    }

    /** A new code, also for whoever has forgotten her password. */
    @PostMapping("/members/{member}/invitation")
    @RecordsItself(Deeds.RECORDED)
    Mono<Rendering> inviteAgain(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @PathVariable UUID member,
            ServerWebExchange exchange) {
        return sent(
                who,
                id,
                exchange,
                (organisation, typed) -> members.byId(organisation.id(), new MemberId(member))
                        .flatMap(known -> deeds.done(
                                        who,
                                        Action.INVITED,
                                        organisation.id(),
                                        "POST …/members/" + member + "/invitation",
                                        typed.value(REASON),
                                        inviting.again(organisation.id(), known.id()))
                                .map(made -> invited(organisation, known.name(), made)))
                        .defaultIfEmpty(DashboardViews.seeOther(OrganisationSheet.path(organisation.id()))));
    }

    @PostMapping("/members/{member}/lock")
    Mono<Rendering> lock(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @PathVariable UUID member) {
        return sheet.organisation(who, id)
                .flatMap(organisation -> members.disable(organisation.id(), new MemberId(member))
                        .map(done -> done(organisation, "member-locked")));
    }

    @PostMapping("/members/{member}/unlock")
    Mono<Rendering> unlock(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @PathVariable UUID member) {
        return sheet.organisation(who, id)
                .flatMap(organisation -> members.enable(organisation.id(), new MemberId(member))
                        .map(done -> done(organisation, "member-unlocked")));
    }

    @PostMapping("/keys")
    @RecordsItself(Deeds.RECORDED)
    Mono<Rendering> issue(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return sent(who, id, exchange, (organisation, typed) -> {
            var checked = withFaultsOfKey(typed);
            return checked.isWrong()
                    ? refused(who, organisation, checked, locale)
                    : issue(who, organisation, checked, locale);
        });
    }

    private static Entered withFaultsOfKey(Entered typed) {
        return typed.with(KEY_NAME, typed.value(KEY_NAME).isEmpty(), "portal.problem.name")
                .with(KEY_NAME, typed.value(KEY_NAME).length() > LONGEST_NAME, "portal.problem.name-long")
                .with(KEY_SCOPE, scopes(typed).isEmpty(), "organisations.problem.scope");
    }

    private static List<Scope> scopes(Entered typed) {
        return Arrays.stream(Scope.values())
                .filter(scope -> typed.all(KEY_SCOPE).contains(scope.toString()))
                .toList();
    }

    private Mono<Rendering> issue(Staff who, Organisation organisation, Entered typed, Locale locale) {
        var name = typed.value(KEY_NAME);
        return deeds.done(
                        who,
                        Action.ADDED,
                        organisation.id(),
                        "POST …/keys",
                        typed.value(REASON),
                        keys.issue(organisation.id(), name, scopes(typed)))
                .map(issued ->
                        secret(organisation, "key", issued.text(), name, "").build())
                .onErrorResume(
                        taken -> ConstraintProblems.isViolated(taken, "organisation_key_name"),
                        taken -> refused(
                                who, organisation, typed.with(KEY_NAME, "organisations.problem.key-name"), locale));
    }

    @PostMapping("/keys/{key}/revocation")
    Mono<Rendering> revoke(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @PathVariable UUID key) {
        return sheet.organisation(who, id)
                .flatMap(organisation ->
                        keys.revoke(organisation.id(), key).map(done -> done(organisation, "key-revoked")));
    }

    private Mono<Rendering> sent(
            Staff who, UUID id, ServerWebExchange exchange, BiFunction<Organisation, Entered, Mono<Rendering>> deed) {
        return sheet.organisation(who, id)
                .flatMap(organisation ->
                        exchange.getFormData().map(Entered::of).flatMap(typed -> deed.apply(organisation, typed)));
    }

    private static Rendering done(Organisation organisation, String what) {
        return DashboardViews.done(OrganisationSheet.path(organisation.id()), what);
    }

    private static Rendering invited(Organisation organisation, String name, Invitation invitation) {
        return secret(
                        organisation,
                        "invitation",
                        invitation.code(),
                        name,
                        invitation.link().toString())
                .build();
    }

    /** Shown in the answer to the form and never again. */
    private static Rendering.Builder<?> secret(
            Organisation organisation, String what, String secret, String name, String link) {
        return DashboardViews.page("organisation-secret")
                .modelAttribute("path", OrganisationSheet.path(organisation.id()))
                .modelAttribute("organisation", organisation)
                .modelAttribute("what", what)
                .modelAttribute("secret", secret)
                .modelAttribute("name", name)
                .modelAttribute("link", link);
    }

    private Mono<Rendering> refused(Staff who, Organisation organisation, Entered typed, Locale locale) {
        return sheet.page(who, organisation, typed, locale)
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build());
    }
}
