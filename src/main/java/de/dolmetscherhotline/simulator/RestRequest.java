package de.dolmetscherhotline.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to the REST API.
 *
 * @param path below the account, such as {@code Calls/CA….json}
 * @param shown path and query, for the log
 */
record RestRequest(
        String method,
        String account,
        String path,
        String shown,
        @Nullable String authorization,
        String contentType,
        Map<String, List<String>> params) {

    Optional<String> first(String name) {
        return Optional.ofNullable(params.get(name)).map(List::getLast);
    }

    String required(String name, int code) throws RestError {
        return first(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> RestError.bad(code, "A '" + name + "' is required."));
    }

    boolean has(String name) {
        return params.containsKey(name);
    }

    int number(String name, int otherwise, int atLeast, int atMost) throws RestError {
        var text = first(name).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < atLeast || Integer.parseInt(text) > atMost) {
            throw RestError.bad(20001, name + " must be a number from " + atLeast + " to " + atMost);
        }
        return Integer.parseInt(text);
    }

    Optional<Boolean> flag(String name) throws RestError {
        var text = first(name).orElse("");
        return switch (text) {
            case "" -> Optional.empty();
            case "true", "True" -> Optional.of(true);
            case "false", "False" -> Optional.of(false);
            default -> throw RestError.bad(20001, name + " must be true or false");
        };
    }

    boolean post(String name) {
        return !first(name).orElse("POST").equals("GET");
    }

    Map<String, String> flat() {
        var flat = new LinkedHashMap<String, String>();
        params.forEach((name, values) -> flat.put(name, String.join("\n", values)));
        return flat;
    }
}
