package de.dolmetscherhotline.call.search;

import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.NewOffer;
import de.dolmetscherhotline.call.flow.Command.ReserveInterpreter;
import de.dolmetscherhotline.call.flow.Command.SeekInterpreters;
import de.dolmetscherhotline.call.flow.Request;
import de.dolmetscherhotline.call.store.CallRow;
import de.dolmetscherhotline.call.store.CallSettings;
import de.dolmetscherhotline.call.store.OfferLog;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.LeftOut;
import de.dolmetscherhotline.matching.MatchingPolicy;
import de.dolmetscherhotline.matching.Omission;
import de.dolmetscherhotline.matching.Ranking;
import de.dolmetscherhotline.matching.Ringing;
import de.dolmetscherhotline.matching.WaitingLine;
import de.dolmetscherhotline.partner.Agreements;
import de.dolmetscherhotline.pool.Candidates;
import de.dolmetscherhotline.pool.Reach;
import de.dolmetscherhotline.pool.Reservations;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds interpreters for a call and reserves them: in the district's own pool, then in those of districts that help it
 * out; leaving to callers who are to be served first what they need.
 */
@Component
public class InterpreterSearch {

    /** What somebody who is chosen by name, or volunteers, may set aside. Nobody may set aside the rest. */
    private static final Set<LeftOut> NO_OBSTACLE_WHEN_CHOSEN = EnumSet.of(
            LeftOut.SAID_OFF,
            LeftOut.NOT_ON_DUTY,
            LeftOut.QUIET_HOURS,
            LeftOut.DAILY_LIMIT_REACHED,
            LeftOut.NUMBER_FAILED,
            LeftOut.ASKED_BEFORE,
            LeftOut.RESTING);

    private final Languages languages;
    private final Candidates candidates;
    private final Agreements agreements;
    private final Reservations reservations;
    private final HeldInterpreters held;
    private final Queue queue;
    private final OfferLog offers;
    private final MatchingLog matchingLog;
    private final MatchingPolicy policy;
    private final DialRate dialRate;
    private final CallSettings settings;
    private final Clock clock;

    InterpreterSearch(
            Languages languages,
            Candidates candidates,
            Agreements agreements,
            Reservations reservations,
            HeldInterpreters held,
            Queue queue,
            OfferLog offers,
            MatchingLog matchingLog,
            MatchingPolicy policy,
            DialRate dialRate,
            CallSettings settings,
            Clock clock) {
        this.languages = languages;
        this.candidates = candidates;
        this.agreements = agreements;
        this.reservations = reservations;
        this.held = held;
        this.queue = queue;
        this.offers = offers;
        this.matchingLog = matchingLog;
        this.policy = policy;
        this.dialRate = dialRate;
        this.settings = settings;
        this.clock = clock;
    }

    /** As many as the policy wants to ring now. */
    public Mono<InterpretersSought> seek(SeekInterpreters seek, CallRow call) {
        var district = call.district();
        if (district == null) {
            return Mono.just(new InterpretersSought(List.of(), Coverage.NONE, 0));
        }
        return queue.of(call.id())
                .flatMap(line -> rankingFor(seek, call, district).flatMap(ranking -> ring(ranking, line, seek, call)));
    }

    private Mono<Ranking> rankingFor(SeekInterpreters seek, CallRow call, DistrictId district) {
        return familiar(seek, call)
                .flatMap(known -> ranking(seek, district, known)
                        .flatMap(own -> own.eligible().isEmpty()
                                ? withPartners(own, known, seek, call, district)
                                : Mono.just(own)))
                .flatMap(ranking ->
                        ranking.eligible().isEmpty() && seek.request().need().emergency()
                                ? withWhoeverRests(ranking, seek, call, district)
                                : Mono.just(ranking));
    }

    /**
     * In an emergency somebody who rests is asked before nobody is. If there is not even that, whoever holds the line for
     * a caller who was cut off need not wait any longer.
     */
    private Mono<Ranking> withWhoeverRests(Ranking none, SeekInterpreters seek, CallRow call, DistrictId district) {
        var resting = leftOut(none, LeftOut.RESTING).findFirst();
        if (resting.isPresent()) {
            return ranking(seek, district, resting);
        }
        var rings = call.state().offers().open().findAny().isPresent();
        return rings
                ? Mono.just(none)
                : held.release(leftOut(none, LeftOut.RESERVED).toList()).thenReturn(none);
    }

    private static Stream<InterpreterId> leftOut(Ranking ranking, LeftOut reason) {
        return ranking.omitted().stream()
                .filter(omission -> omission.reason() == reason)
                .map(Omission::interpreter);
    }

    /** Who has just talked with these people, when the conversation broke off. */
    private Mono<Optional<InterpreterId>> familiar(SeekInterpreters seek, CallRow call) {
        return seek.request().talked()
                ? offers.lastPartner(call.id(), clock.instant().minus(settings.reunion()))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
    }

    private Mono<Ranking> ranking(SeekInterpreters seek, DistrictId district, Optional<InterpreterId> familiar) {
        var need = seek.request().need();
        return candidates
                .speaking(
                        languages.ladder(need.language()),
                        district,
                        seek.request().caller().organisation(),
                        seek.except())
                .collectList()
                .map(found -> policy.rank(need, found, familiar.orElse(null), clock.instant()));
    }

    /** Those of the first partner that has somebody to ask, if it is time for partners. */
    private Mono<Ranking> withPartners(
            Ranking own, Optional<InterpreterId> known, SeekInterpreters seek, CallRow call, DistrictId district) {
        return mayOverflow(own, seek.request().need(), call)
                .filter(mayOverflow -> mayOverflow)
                .flatMapMany(mayOverflow ->
                        agreements.helping(district, seek.request().need().language()))
                .concatMap(partner -> ranking(seek, partner, known))
                .filter(theirs -> !theirs.eligible().isEmpty())
                .next()
                .defaultIfEmpty(own);
    }

    /**
     * At once in an emergency, or if the own pool has nobody for this call and nobody is being rung; after a while if those
     * it has are all busy or do not answer.
     */
    private Mono<Boolean> mayOverflow(Ranking own, Need need, CallRow call) {
        if (need.emergency()) {
            return Mono.just(true);
        }
        var rings = call.state().offers().open().findAny().isPresent();
        return queue.waited(call.id(), clock.instant())
                .map(waited -> waited.compareTo(settings.overflowAfter()) >= 0 || (!own.worthWaiting() && !rings));
    }

    private Mono<InterpretersSought> ring(Ranking ranking, WaitingLine line, SeekInterpreters seek, CallRow call) {
        return ringing(call)
                .map(ringing -> phones(ringing, ranking, line, seek.request()))
                .flatMap(phones -> take(phones, ranking, line, seek, call))
                .map(made -> new InterpretersSought(
                        made, coverage(ranking), line.ahead().size()));
    }

    /** Whoever was cut off gets the same interpreter again if she can; the others are not rung in the same instant. */
    private int phones(List<Ringing> ringing, Ranking ranking, WaitingLine line, Request request) {
        var need = request.need();
        var left = line.left(ranking.eligible());
        if (request.talked() && ringing.isEmpty() && !need.emergency()) {
            return Math.min(1, left.size());
        }
        var wanted = policy.phonesToAdd(need, ringing, left, dialRate.perSecond());
        return need.emergency()
                ? wanted
                : Math.max(0, line.share(wanted + ringing.size(), left.size() + ringing.size()) - ringing.size());
    }

    private Mono<List<Ringing>> ringing(CallRow call) {
        var now = clock.instant();
        return offers.open(call.id())
                .map(open -> new Ringing(
                        policy.acceptanceProbability(open.timesAsked(), open.timesAccepted()),
                        Duration.between(open.offeredAt(), now)))
                .collectList();
    }

    private Mono<List<NewOffer>> take(
            int phones, Ranking ranking, WaitingLine line, SeekInterpreters seek, CallRow call) {
        if (phones == 0) {
            return explainIfFirst(ranking, seek, call).thenReturn(List.of());
        }
        var left = line.left(ranking.eligible());
        var need = seek.request().need();
        return reservations
                .take(
                        left.stream().map(Candidate::id).toList(),
                        phones,
                        call.id(),
                        need.emergency() ? Reach.EMERGENCY : Reach.ON_DUTY)
                .map(taken -> newOffer(taken, left, need))
                .collectList()
                .flatMap(made -> record(made, call.id(), seek.wave(), ranking, phones));
    }

    private static NewOffer newOffer(InterpreterId taken, List<Candidate> among, Need need) {
        var asWished = among.stream()
                .filter(candidate -> candidate.id().equals(taken))
                .allMatch(candidate -> need.gender().suits(candidate.gender()));
        return new NewOffer(OfferId.random(), taken, asWished);
    }

    /** Also a call for which there was nobody is owed an explanation. */
    private Mono<Void> explainIfFirst(Ranking ranking, SeekInterpreters seek, CallRow call) {
        return seek.first() ? matchingLog.record(call.id(), seek.wave(), ranking, 0, List.of()) : Mono.empty();
    }

    private Mono<List<NewOffer>> record(List<NewOffer> made, CallId call, int wave, Ranking ranking, int wanted) {
        var asked = made.stream().map(NewOffer::interpreter).toList();
        return Flux.fromIterable(made)
                .concatMap(offer -> offers.add(offer.id(), call, offer.interpreter(), wave))
                .then(matchingLog.record(call, wave, ranking, wanted, asked))
                .thenReturn(made);
    }

    private static Coverage coverage(Ranking ranking) {
        if (ranking.worthWaiting()) {
            return Coverage.HOPEFUL;
        }
        return ranking.covered() ? Coverage.EXHAUSTED : Coverage.NONE;
    }

    /** One who was chosen; nobody if something stands in the way that cannot be set aside, or she is busy. */
    public Mono<InterpretersSought> reserve(ReserveInterpreter chosen, CallRow call) {
        var district = call.district();
        if (district == null) {
            return Mono.just(InterpretersSought.NOT_FREE);
        }
        return candidates
                .speaking(
                        languages.ladder(chosen.request().need().language()),
                        district,
                        chosen.request().caller().organisation(),
                        Set.of())
                .filter(candidate -> candidate.id().equals(chosen.interpreter()))
                .collectList()
                .flatMap(found -> reserve(chosen, found, call))
                .map(made -> new InterpretersSought(made, Coverage.HOPEFUL, 0));
    }

    /** Whom one could choose for this: those who would be asked anyhow, best first, then the others. */
    public Flux<Choice> choices(DistrictId district, Request request) {
        return candidates
                .speaking(
                        languages.ladder(request.need().language()),
                        district,
                        request.caller().organisation(),
                        Set.of())
                .collectList()
                .map(found -> policy.rank(request.need(), found, clock.instant()))
                .flatMapIterable(InterpreterSearch::choices);
    }

    private static List<Choice> choices(Ranking ranking) {
        var willing = ranking.eligible().stream().map(candidate -> new Choice(candidate.id(), null));
        var others = ranking.omitted().stream()
                .filter(omission -> NO_OBSTACLE_WHEN_CHOSEN.contains(omission.reason()))
                .map(omission -> new Choice(omission.interpreter(), omission.reason()));
        return Stream.concat(willing, others).toList();
    }

    private Mono<List<NewOffer>> reserve(ReserveInterpreter chosen, List<Candidate> found, CallRow call) {
        var ranking = policy.rank(chosen.request().need(), found, clock.instant());
        return mayBeChosen(ranking) ? take(chosen, ranking, found, call) : Mono.just(List.of());
    }

    private static boolean mayBeChosen(Ranking ranking) {
        return !ranking.eligible().isEmpty()
                || ranking.omitted().stream().map(Omission::reason).anyMatch(NO_OBSTACLE_WHEN_CHOSEN::contains);
    }

    private Mono<List<NewOffer>> take(ReserveInterpreter chosen, Ranking ranking, List<Candidate> found, CallRow call) {
        return reservations
                .take(List.of(chosen.interpreter()), 1, call.id(), Reach.INVITED)
                .map(taken -> newOffer(taken, found, chosen.request().need()))
                .collectList()
                .flatMap(made -> made.isEmpty()
                        ? Mono.just(made)
                        : record(made, call.id(), chosen.wave(), ranking, made.size()));
    }
}
