package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.dashboard.pool.PoolWording.Spoken;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.recruiting.Decisions;
import de.dolmetscherhotline.recruiting.Decisions.Confirmed;
import de.dolmetscherhotline.recruiting.Decisions.State;
import de.dolmetscherhotline.recruiting.Invitations;
import de.dolmetscherhotline.recruiting.Invitations.Invitation;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page of applications and invitations, with forms as they were filled in. */
@Component
class ApplicationViews {

    private static final int ON_A_PAGE = 25;
    private static final int INVITATIONS = 100;

    private final Decisions decisions;
    private final Interpreters interpreters;
    private final Invitations invitations;
    private final PoolWording wording;
    private final Clock clock;

    ApplicationViews(
            Decisions decisions, Interpreters interpreters, Invitations invitations, PoolWording wording, Clock clock) {
        this.decisions = decisions;
        this.interpreters = interpreters;
        this.invitations = invitations;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * An application as the page shows it.
     *
     * @param status of the person now, as a word
     * @param changesStatus whether a decision changes it
     * @param state word of it
     * @param refusedBecause why it was refused; null if it was not
     * @param decidedBy name of whoever decided; null if that is not known
     */
    public record Applicant(
            UUID id,
            InterpreterId interpreter,
            String name,
            String phone,
            @Nullable LocalDate born,
            @Nullable String gender,
            @Nullable String municipality,
            List<String> roles,
            List<Spoken> languages,
            @Nullable String message,
            Instant consentedAt,
            Instant confirmedAt,
            String status,
            boolean changesStatus,
            String state,
            @Nullable String refusedBecause,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {

        @Override
        public String toString() {
            return "Applicant " + id;
        }
    }

    /**
     * A refusal as it was typed.
     *
     * @param application null = none
     * @param problem key of what is wrong with it; null if nothing is
     */
    public record Refusal(
            @Nullable UUID application,
            String because,
            @Nullable String problem) {

        static final Refusal NONE = new Refusal(null, "", null);
    }

    /**
     * A decision that came too late, as somebody else has decided.
     *
     * @param applicant as it stands now
     * @param because as it was typed; null if it was an acceptance
     */
    public record TooLate(Applicant applicant, @Nullable String because) {}

    /** Those in the state in which an application is now, with what has become of it. */
    Mono<Rendering.Builder<?>> tooLate(Staff who, Confirmed application, @Nullable String because, Locale locale) {
        return applicant(application, locale)
                .flatMap(applicant -> page(who, application.state(), 0, locale)
                        .map(page -> page.modelAttribute("late", new TooLate(applicant, because))));
    }

    /** Those in a state, that which waits longest first. */
    Mono<Rendering.Builder<?>> page(Staff who, State state, int page, Locale locale) {
        var district = who.district().value();
        return decisions
                .page(district, state, ON_A_PAGE, (long) page * ON_A_PAGE)
                .concatMap(application -> applicant(application, locale))
                .collectList()
                .flatMap(found -> Mono.zip(decisions.count(district, state), invitations(who))
                        .map(beside -> view(who, state, locale)
                                .modelAttribute("applicants", found)
                                .modelAttribute("count", beside.getT1())
                                .modelAttribute("page", page)
                                .modelAttribute("more", beside.getT1() > (page + 1L) * ON_A_PAGE)
                                .modelAttribute("invitations", beside.getT2())));
    }

    private Rendering.Builder<?> view(Staff who, State state, Locale locale) {
        return DashboardViews.page("pool/applications")
                .modelAttribute("path", ApplicationsPage.PATH)
                .modelAttribute("changes", who.isAtLeast(Role.COORDINATOR))
                .modelAttribute("state", Typed.word(state))
                .modelAttribute("states", Typed.words(State.class))
                .modelAttribute("languages", wording.catalogue(locale))
                .modelAttribute("invitation", InvitationForm.EMPTY)
                .modelAttribute("refusal", Refusal.NONE);
    }

    private Mono<List<Invitation>> invitations(Staff who) {
        return invitations.page(who.district(), clock.instant(), INVITATIONS, 0).collectList();
    }

    private Mono<Applicant> applicant(Confirmed application, Locale locale) {
        return interpreters.byId(application.interpreter()).map(person -> applicant(application, person, locale));
    }

    private Applicant applicant(Confirmed application, Interpreter person, Locale locale) {
        var profile = person.profile();
        var gender = profile.gender();
        return new Applicant(
                application.id(),
                person.id(),
                profile.name(),
                profile.phoneNumber().written(),
                profile.dateOfBirth(),
                gender == null ? null : Typed.word(gender),
                profile.municipality(),
                profile.roles().stream().sorted().map(Typed::word).toList(),
                wording.spoken(profile.languages(), locale),
                application.message(),
                application.consentedAt(),
                application.confirmedAt(),
                Typed.word(profile.status()),
                Decisions.changesStatus(application.state(), profile.status()),
                Typed.word(application.state()),
                application.reason(),
                application.decidedAt(),
                application.decidedBy());
    }
}
