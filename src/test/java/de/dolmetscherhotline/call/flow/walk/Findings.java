package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a walk has seen: broken rules, each with its shortest history, and how far it came about. */
public final class Findings {

    private record Breach(String story, int length, int count) {}

    private final Map<Rule, Breach> breaches = new EnumMap<>(Rule.class);
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Set<String> steps = new HashSet<>();
    private long events;
    private long conversations;

    void broken(Rule rule, String what, long seed, History history) {
        var known = breaches.get(rule);
        var count = known == null ? 1 : known.count() + 1;
        breaches.put(
                rule,
                known != null && known.length() <= history.length()
                        ? new Breach(known.story(), known.length(), count)
                        : new Breach(
                                "%s: %s (world of seed %d)%n%s".formatted(rule, what, seed, history.told()),
                                history.length(),
                                count));
    }

    void stepped(CallState state, CallEvent event) {
        events++;
        steps.add(state.getClass().getSimpleName() + " x " + event.getClass().getSimpleName());
    }

    void conversed() {
        conversations++;
    }

    void ended(CallState state) {
        if (state instanceof Ended ended) {
            outcomes.merge(ended.outcome(), 1, Integer::sum);
        }
    }

    /** The shortest history that breaks a rule. */
    public Optional<String> breachOf(Rule rule) {
        return Optional.ofNullable(breaches.get(rule))
                .map(breach -> breach.count() + " times, shortest: " + breach.story());
    }

    public long events() {
        return events;
    }

    public long conversations() {
        return conversations;
    }

    /** How many calls ended in which way. */
    public Map<Outcome, Integer> outcomes() {
        return outcomes;
    }

    /** Which kinds of events came in which kinds of states. */
    public Set<String> steps() {
        return steps;
    }
}
