package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.call.flow.Offers;
import de.dolmetscherhotline.call.store.CallRow;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.call.store.Calls.TimeToInterpreter;
import de.dolmetscherhotline.kernel.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts what calls come to, from the difference that one message made. */
@Component
class CallMetrics {

    private static final Logger log = LoggerFactory.getLogger(CallMetrics.class);

    private final Calls calls;
    private final MeterRegistry registry;

    CallMetrics(Calls calls, MeterRegistry registry) {
        this.calls = calls;
        this.registry = registry;
    }

    /** Never fails: the call goes on also when it cannot be counted. */
    Mono<Void> observe(CallRow before, CallRow after) {
        outcome(after.state())
                .filter(outcome -> outcome(before.state()).isEmpty())
                .ifPresent(outcome -> count("hotline.calls", "outcome", outcome));
        countFates(before.state().offers(), after.state().offers());
        return isConnected(after.state()) && !isConnected(before.state()) ? observeConnected(after) : Mono.empty();
    }

    private Mono<Void> observeConnected(CallRow call) {
        return calls.timeToInterpreter(call.id())
                .doOnNext(this::time)
                .doOnError(
                        error -> log.warn("call {}: time to interpreter not counted: {}", call.id(), error.toString()))
                .onErrorComplete()
                .then();
    }

    private void time(TimeToInterpreter measured) {
        Timer.builder("hotline.time.to.interpreter")
                .description("From language chosen to both connected")
                .tag("language", measured.language().tag())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofSeconds(1))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry)
                .record(measured.time());
    }

    private void countFates(Offers before, Offers after) {
        after.all().stream()
                .filter(CallMetrics::isOver)
                .filter(offer ->
                        before.find(offer.id()).filter(CallMetrics::isOver).isEmpty())
                .forEach(offer -> count("hotline.offers", "fate", String.valueOf(offer.fate())));
    }

    private void count(String name, String tag, String value) {
        registry.counter(name, tag, value.toLowerCase(Locale.ROOT)).increment();
    }

    private static boolean isOver(Offer offer) {
        return offer.stage() == Offer.Stage.OVER;
    }

    private static boolean isConnected(CallState state) {
        return state instanceof Connected;
    }

    /** The outcome, once it is settled. */
    private static Optional<String> outcome(CallState state) {
        return switch (state) {
            case CallState.New s -> Optional.empty();
            case CallState.Closed s -> Optional.empty();
            case CallState.Identifying s -> Optional.empty();
            case CallState.ChoosingLanguage s -> Optional.empty();
            case CallState.Detailing s -> Optional.empty();
            case CallState.Searching s -> Optional.empty();
            case CallState.Unserved s -> Optional.empty();
            case CallState.Recalling s -> Optional.empty();
            case CallState.RecallPaused s -> Optional.empty();
            case CallState.Transferring s -> Optional.empty();
            case Bridging s -> Optional.empty();
            case Connected s -> Optional.empty();
            case CallState.CallerLost s -> Optional.of(Outcome.CONNECTED.name());
            case CallState.TalkOver s -> Optional.of(Outcome.CONNECTED.name());
            case CallState.Farewell s -> Optional.of(s.outcome().name());
            case CallState.Ended s -> Optional.of(s.outcome().name());
        };
    }
}
