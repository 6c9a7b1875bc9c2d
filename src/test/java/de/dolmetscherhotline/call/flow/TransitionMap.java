package de.dolmetscherhotline.call.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the flow answers to every sampled event in every sampled state, one line for each cell:
 * {@code state | event | next state, and the offers that changed | commands}. A state that stays exactly as it was is
 * written {@code =}.
 */
final class TransitionMap {

    /** A kind of state and a kind of event. */
    record Cell(Class<? extends CallState> state, Class<? extends CallEvent> event) {
        @Override
        public String toString() {
            return state.getSimpleName() + " x " + event.getSimpleName();
        }
    }

    private final CallFlow flow = new CallFlow(Samples.RULES);
    private final List<String> lines = new ArrayList<>();
    private final Set<Cell> visited = new HashSet<>();

    private TransitionMap() {}

    static TransitionMap drawn() {
        var map = new TransitionMap();
        Samples.states().forEach(map::row);
        Collections.sort(map.lines);
        return map;
    }

    List<String> lines() {
        return lines;
    }

    Set<Cell> visited() {
        return visited;
    }

    /** Every concrete state crossed with every concrete event, as the sealed types have them. */
    static Set<Cell> allCells() {
        var cells = new LinkedHashSet<Cell>();
        for (var state : concrete(CallState.class)) {
            concrete(CallEvent.class).forEach(event -> cells.add(new Cell(state, event)));
        }
        return cells;
    }

    @SuppressWarnings("unchecked")
    private static <T> Set<Class<? extends T>> concrete(Class<T> sealed) {
        return leaves(sealed).map(leaf -> (Class<? extends T>) leaf).collect(Collectors.toSet());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(TransitionMap::leaves)
                : Stream.of(type);
    }

    private void row(String stateName, CallState state) {
        EventSamples.in(state).forEach((eventName, event) -> {
            visited.add(new Cell(state.getClass(), event.getClass()));
            lines.add(line(stateName, eventName, state, flow.on(state, event)));
        });
    }

    private static String line(String stateName, String eventName, CallState before, Step step) {
        var commands = step.commands().stream().map(Words::of).collect(Collectors.joining(", "));
        return "%-40s | %-43s | %s%s"
                .formatted(stateName, eventName, next(before, step.next()), commands.isEmpty() ? "" : " | " + commands);
    }

    private static String next(CallState before, CallState after) {
        if (after.equals(before)) {
            return "=";
        }
        var changes = changes(before.offers(), after.offers());
        return Words.of(after) + (changes.isEmpty() ? "" : " (" + changes + ")");
    }

    private static String changes(Offers before, Offers after) {
        return after.all().stream()
                .filter(offer -> !before.all().contains(offer))
                .map(Words::of)
                .collect(Collectors.joining(", "));
    }
}
