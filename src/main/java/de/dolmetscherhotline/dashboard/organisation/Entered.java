package de.dolmetscherhotline.dashboard.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into a form, and what is wrong with it.
 *
 * @param values of each field, in their order
 * @param problems keys of messages, by field
 */
public record Entered(Map<String, List<String>> values, Map<String, String> problems) {

    static final Entered NOTHING = new Entered(Map.of(), Map.of());

    public Entered {
        values = Map.copyOf(values);
        problems = Map.copyOf(problems);
    }

    static Entered of(MultiValueMap<String, String> fields) {
        return new Entered(
                fields.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                field -> field.getValue().stream()
                                        .map(Entered::stripped)
                                        .toList())),
                Map.of());
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** What is in a field; nothing if there is no such field. */
    public String value(String field) {
        var all = all(field);
        return all.isEmpty() ? "" : all.getFirst();
    }

    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** The key of what is wrong with a field; null if nothing is. */
    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    public boolean isWrong() {
        return !problems.isEmpty();
    }

    Entered with(String field, String problem) {
        var more = new HashMap<>(problems);
        more.put(field, problem);
        return new Entered(values, more);
    }

    Entered with(String field, boolean wrong, String problem) {
        return wrong ? with(field, problem) : this;
    }

    /** Another value of a field that nobody types. */
    Entered with(String field, long value) {
        var others = new HashMap<>(values);
        others.put(field, List.of(Long.toString(value)));
        return new Entered(others, problems);
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "Entered";
    }
}
