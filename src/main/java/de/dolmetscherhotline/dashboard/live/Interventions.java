package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.board.Choices;
import de.dolmetscherhotline.call.board.LiveCall;
import de.dolmetscherhotline.call.flow.Destination;
import de.dolmetscherhotline.call.search.Choice;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.staff.Staff;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A coordinator's hand in a call of her district. Each is recorded before it begins, with its reason: what became of it stands
 * in the history of the call. Each answers whether it was done; it is not where the call has gone on meanwhile.
 */
@Component
class Interventions {

    private final CallDesk desk;
    private final Choices choices;
    private final Interpreters interpreters;
    private final Lines lines;
    private final AuditTrail trail;

    Interventions(CallDesk desk, Choices choices, Interpreters interpreters, Lines lines, AuditTrail trail) {
        this.desk = desk;
        this.choices = choices;
        this.interpreters = interpreters;
        this.lines = lines;
        this.trail = trail;
    }

    /** Whom she may choose, those first who would be asked anyhow. */
    Mono<List<Candidate>> candidates(DistrictId district, LiveCall call, Locale locale) {
        return choices.of(district, call.id())
                .collectList()
                .flatMap(found -> interpreters
                        .names(district, found.stream().map(Choice::interpreter).toList())
                        .map(names -> found.stream()
                                .filter(choice -> names.containsKey(choice.interpreter()))
                                .map(choice -> candidate(choice, names, locale))
                                .toList()));
    }

    private static Candidate candidate(Choice choice, Map<InterpreterId, String> names, Locale locale) {
        var although = choice.although();
        var words = although == null
                ? null
                : locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? although.german() : although.english();
        return new Candidate(choice.interpreter(), names.getOrDefault(choice.interpreter(), ""), words);
    }

    /** Where its caller can be handed over to. */
    Mono<List<Destination>> destinations(LiveCall call) {
        return Mono.justOrEmpty(call.canBeHandedOver() ? call.line() : null)
                .flatMap(lines::byId)
                .map(line -> Arrays.stream(Destination.values())
                        .filter(to -> has(line, to))
                        .toList())
                .defaultIfEmpty(List.of());
    }

    private static boolean has(Line line, Destination to) {
        return switch (to) {
            case COORDINATOR -> line.coordinatorNumber() != null;
            case PROFESSIONAL_PROVIDER -> line.professionalProviderNumber() != null;
        };
    }

    /** @param wanted the id of one of the candidates */
    Mono<Boolean> choose(Staff who, LiveCall call, String wanted, String reason) {
        return choices.of(who.district(), call.id())
                .map(Choice::interpreter)
                .filter(interpreter -> interpreter.toString().equals(wanted))
                .next()
                .flatMap(interpreter -> choose(who, call, interpreter, reason))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> choose(Staff who, LiveCall call, InterpreterId interpreter, String reason) {
        var both = new Reference("calls", call.id().value(), Set.of(interpreter.value()));
        return trail.record(who.actor(), Action.INTERPRETER_CHOSEN, both, null, reason)
                .then(desk.choose(call.id(), interpreter));
    }

    /** @param wanted the name of a destination */
    Mono<Boolean> handOver(Staff who, LiveCall call, String wanted, String reason) {
        return destinations(call)
                .flatMapIterable(all -> all)
                .filter(to -> word(to).equals(wanted))
                .next()
                .flatMap(to -> trail.record(
                                who.actor(), Action.CALL_HANDED_OVER, reference(call), "to=" + word(to), reason)
                        .then(desk.handOver(call.id(), to)))
                .defaultIfEmpty(false);
    }

    Mono<Boolean> end(Staff who, LiveCall call, String reason) {
        return trail.record(who.actor(), Action.CALL_ENDED, reference(call), null, reason)
                .then(desk.end(call.id()));
    }

    private static Reference reference(LiveCall call) {
        return Reference.to("calls", call.id().value());
    }

    static String word(Destination to) {
        return to.name().toLowerCase(Locale.ROOT);
    }
}
