package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.call.PastOffer;
import de.dolmetscherhotline.call.PastOffers;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.pool.DoNotPair;
import de.dolmetscherhotline.pool.Explanations;
import de.dolmetscherhotline.pool.Hindrances;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Obligation;
import de.dolmetscherhotline.pool.StatusChanges;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.training.Participants;
import de.dolmetscherhotline.volunteer.LanguageProposal;
import de.dolmetscherhotline.volunteer.LanguageProposals;
import de.dolmetscherhotline.volunteer.Links;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The page of one member: all that is known about her, from everywhere. Its parts are looked up while it is rendered. */
@Component
class Dossier {

    private static final int OFFERS = 20;

    private final Hindrances hindrances;
    private final Explanations explanations;
    private final Availabilities availabilities;
    private final StatusChanges statusChanges;
    private final PastOffers offers;
    private final LoadFigures loads;
    private final Participants participants;
    private final LanguageProposals proposals;
    private final Links links;
    private final Organisations organisations;
    private final PoolWording wording;
    private final Clock clock;

    Dossier(
            Hindrances hindrances,
            Explanations explanations,
            Availabilities availabilities,
            StatusChanges statusChanges,
            PastOffers offers,
            LoadFigures loads,
            Participants participants,
            LanguageProposals proposals,
            Links links,
            Organisations organisations,
            PoolWording wording,
            Clock clock) {
        this.hindrances = hindrances;
        this.explanations = explanations;
        this.availabilities = availabilities;
        this.statusChanges = statusChanges;
        this.offers = offers;
        this.loads = loads;
        this.participants = participants;
        this.proposals = proposals;
        this.links = links;
        this.organisations = organisations;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Whether a call in a language would reach her now.
     *
     * @param reasons why not; none if it would
     */
    public record Asked(String language, List<String> reasons) {}

    /**
     * Something that she has declared, shown or attended.
     *
     * @param daysLeft on which it holds yet, today included; negative if it has run out; null = without end
     */
    public record Proof(
            String kind,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            @Nullable Long daysLeft,
            @Nullable String note) {

        private static Proof of(Obligation obligation, LocalDate today) {
            var end = obligation.validUntil();
            return new Proof(
                    Typed.word(obligation.kind()),
                    obligation.issuedOn(),
                    end,
                    end == null ? null : ChronoUnit.DAYS.between(today, end),
                    obligation.note());
        }
    }

    /** An organisation whose calls she never gets. */
    public record Apart(String organisation, String reason) {}

    /**
     * One time that she was asked.
     *
     * @param fate word of what became of it; null = it is not over
     * @param elsewhere whether it was a call of another district, whose organisations are not named
     * @param minutes that she interpreted, each that was begun; null = none
     */
    public record Offered(
            Instant at,
            String language,
            boolean emergency,
            @Nullable String fate,
            @Nullable String organisation,
            boolean elsewhere,
            @Nullable Long minutes) {}

    /**
     * What she would like changed about a language.
     *
     * @param level word of it; null = she does not interpret it any more
     * @param status word of it
     */
    public record Proposed(
            UUID id,
            String language,
            @Nullable String level,
            @Nullable String note,
            String status,
            Instant at,
            @Nullable String answer) {}

    Rendering.Builder<?> page(Staff who, Interpreter member, Locale locale) {
        var id = member.id();
        var profile = member.profile();
        var today = LocalDate.ofInstant(clock.instant(), member.timeZone());
        var found = hindrances.of(member);
        return DashboardViews.page("pool/interpreter")
                .modelAttribute("path", InterpretersPage.PATH + "/" + id)
                .modelAttribute("member", member)
                .modelAttribute("changes", who.isAtLeast(Role.COORDINATOR))
                .modelAttribute("administers", who.isAtLeast(Role.ADMINISTRATOR))
                .modelAttribute("today", today)
                .modelAttribute("reasons", PoolWording.reasons(found, locale))
                .modelAttribute("routable", PoolWording.routable(found))
                .modelAttribute("spoken", wording.spoken(profile.languages(), locale))
                .modelAttribute(
                        "proofs",
                        profile.obligations().stream()
                                .map(obligation -> Proof.of(obligation, today))
                                .toList())
                .modelAttribute("missing", missing(member))
                .modelAttribute("apart", Flux.fromIterable(profile.doNotPair()).concatMap(this::apart))
                .modelAttribute("standing", availabilities.standing(id))
                .modelAttribute("asked", asked(member, locale))
                .modelAttribute("plan", availabilities.of(id).map(Availability::plan))
                .modelAttribute("absences", availabilities.absences(id))
                .modelAttribute("preferences", availabilities.preferences(id))
                .modelAttribute("statusChanges", statusChanges.of(id))
                .modelAttribute("trainings", participants.of(id))
                .modelAttribute("loads", loads.of(member))
                .modelAttribute("offers", offers(id, locale))
                .modelAttribute("proposals", proposals.of(id).map(proposal -> proposed(proposal, locale)))
                .modelAttribute("linkEnds", links.end(id));
    }

    private static List<String> missing(Interpreter member) {
        return Typed.words(ObligationKind.class).stream()
                .filter(kind -> member.profile().obligations().stream()
                        .noneMatch(obligation -> Typed.word(obligation.kind()).equals(kind)))
                .toList();
    }

    private Mono<Apart> apart(DoNotPair pair) {
        return organisations
                .byId(pair.organisation())
                .map(organisation -> new Apart(organisation.name(), pair.reason()));
    }

    /** For each language by itself: an ordinary call, in no particular field. */
    private Flux<Asked> asked(Interpreter member, Locale locale) {
        return Flux.fromIterable(member.profile().languages())
                .concatMap(skill -> explanations
                        .reasons(member, need(skill), null)
                        .map(reasons -> new Asked(
                                wording.language(skill.language(), locale), PoolWording.reasons(reasons, locale))));
    }

    private static Need need(LanguageSkill skill) {
        return new Need(skill.language(), null, GenderWish.none(), false);
    }

    private Flux<Offered> offers(InterpreterId id, Locale locale) {
        return offers.of(id, OFFERS).map(offer -> offered(offer, locale));
    }

    private Offered offered(PastOffer offer, Locale locale) {
        var fate = offer.fate();
        var talked = offer.talked();
        return new Offered(
                offer.at(),
                wording.language(offer.language(), locale),
                offer.emergency(),
                fate == null ? null : fate.replace('_', '-'),
                offer.organisation(),
                offer.elsewhere(),
                talked == null ? null : talked.plusMinutes(1).minusNanos(1).toMinutes());
    }

    private Proposed proposed(LanguageProposal proposal, Locale locale) {
        @Nullable LanguageLevel level = proposal.level();
        return new Proposed(
                proposal.id(),
                wording.language(proposal.language(), locale),
                level == null ? null : Typed.word(level),
                proposal.note(),
                Typed.word(proposal.status()),
                proposal.proposedAt(),
                proposal.answer());
    }
}
