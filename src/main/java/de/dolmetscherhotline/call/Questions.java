package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageRead;
import de.dolmetscherhotline.call.flow.CallEvent.NewOffer;
import de.dolmetscherhotline.call.flow.CallEvent.PinMatched;
import de.dolmetscherhotline.call.flow.CallEvent.PinWrong;
import de.dolmetscherhotline.call.flow.Command.CheckPin;
import de.dolmetscherhotline.call.flow.Command.Question;
import de.dolmetscherhotline.call.flow.Command.ReadLanguage;
import de.dolmetscherhotline.call.flow.Command.SeekInterpreters;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.MatchingPolicy;
import de.dolmetscherhotline.matching.Ranking;
import de.dolmetscherhotline.matching.Ringing;
import de.dolmetscherhotline.pool.Candidates;
import de.dolmetscherhotline.pool.Reach;
import de.dolmetscherhotline.pool.Reservations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers what the flow asks, in the transaction of the call. */
@Component
class Questions {

    private final CallerBook callers;
    private final Languages languages;
    private final Candidates candidates;
    private final Reservations reservations;
    private final OfferLog offers;
    private final MatchingLog matchingLog;
    private final MatchingPolicy policy;
    private final DialRate dialRate;
    private final Clock clock;

    Questions(
            CallerBook callers,
            Languages languages,
            Candidates candidates,
            Reservations reservations,
            OfferLog offers,
            MatchingLog matchingLog,
            MatchingPolicy policy,
            DialRate dialRate,
            Clock clock) {
        this.callers = callers;
        this.languages = languages;
        this.candidates = candidates;
        this.reservations = reservations;
        this.offers = offers;
        this.matchingLog = matchingLog;
        this.policy = policy;
        this.dialRate = dialRate;
        this.clock = clock;
    }

    Mono<? extends Answer> answer(Question question, CallRow call) {
        return switch (question) {
            case CheckPin check -> checkPin(check, call);
            case ReadLanguage read ->
                Mono.just(new LanguageRead(
                        LanguageKeys.read(read.keys(), read.caller().menu(), languages)));
            case SeekInterpreters seek -> seek(seek, call);
        };
    }

    private Mono<Answer> checkPin(CheckPin check, CallRow call) {
        return callers.byPin(call, check.pin()).<Answer>map(PinMatched::new).defaultIfEmpty(new PinWrong());
    }

    private Mono<InterpretersSought> seek(SeekInterpreters seek, CallRow call) {
        var district = call.district();
        if (district == null) {
            return Mono.just(new InterpretersSought(List.of(), Coverage.NONE));
        }
        var need = new Need(seek.language(), null, GenderWish.none(), false);
        return candidates
                .speaking(languages.ladder(seek.language()), district, seek.except())
                .collectList()
                .map(found -> policy.rank(need, found, clock.instant()))
                .flatMap(ranking -> ring(need, ranking, seek, call));
    }

    private Mono<InterpretersSought> ring(Need need, Ranking ranking, SeekInterpreters seek, CallRow call) {
        return ringing(call)
                .map(ringing -> policy.phonesToAdd(need, ringing, ranking.eligible(), dialRate.perSecond()))
                .flatMap(phones -> take(phones, ranking, seek, call))
                .map(made -> new InterpretersSought(made, coverage(ranking)));
    }

    private Mono<List<Ringing>> ringing(CallRow call) {
        var now = clock.instant();
        return offers.open(call.id())
                .map(open -> new Ringing(
                        policy.acceptanceProbability(open.timesAsked(), open.timesAccepted()),
                        Duration.between(open.offeredAt(), now)))
                .collectList();
    }

    private Mono<List<NewOffer>> take(int phones, Ranking ranking, SeekInterpreters seek, CallRow call) {
        if (phones == 0) {
            return explainIfFirst(ranking, seek, call).thenReturn(List.of());
        }
        var ranked = ranking.eligible().stream().map(Candidate::id).toList();
        return reservations
                .take(ranked, phones, call.id(), Reach.ON_DUTY)
                .collectList()
                .flatMap(taken -> offer(taken, phones, ranking, seek, call));
    }

    /** Also a call for which there was nobody is owed an explanation. */
    private Mono<Void> explainIfFirst(Ranking ranking, SeekInterpreters seek, CallRow call) {
        return seek.first() ? matchingLog.record(call.id(), seek.wave(), ranking, 0, List.of()) : Mono.empty();
    }

    private Mono<List<NewOffer>> offer(
            List<InterpreterId> taken, int wanted, Ranking ranking, SeekInterpreters seek, CallRow call) {
        var made = taken.stream()
                .map(interpreter -> new NewOffer(OfferId.random(), interpreter))
                .toList();
        return Flux.fromIterable(made)
                .concatMap(offer -> offers.add(offer.id(), call.id(), offer.interpreter(), seek.wave()))
                .then(matchingLog.record(call.id(), seek.wave(), ranking, wanted, taken))
                .thenReturn(made);
    }

    private static Coverage coverage(Ranking ranking) {
        if (ranking.worthWaiting()) {
            return Coverage.HOPEFUL;
        }
        return ranking.covered() ? Coverage.EXHAUSTED : Coverage.NONE;
    }
}
