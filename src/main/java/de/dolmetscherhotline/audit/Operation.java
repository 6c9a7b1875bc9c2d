package de.dolmetscherhotline.audit;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What a request to the REST API or the dashboard asks for, as the audit trail names it.
 *
 * @param pattern its address, with names for what varies
 * @param variables what stands in their place
 */
record Operation(
        HttpMethod method, String pattern, Map<String, String> variables, MultiValueMap<String, String> parameters) {

    /** How an operation gets into the trail. */
    enum Recording {
        /** Once it is known what is shown, and before it is. */
        AFTER_LOOK,
        /** In the transaction of the change. */
        WITH_CHANGE,
        /** Before it begins, as it does more than change the database. */
        FIRST,
        /** By the handler itself; only what it shows when it refuses is a look like any other. */
        IF_REFUSED,
        NOT
    }

    private static final String API = "/api/v1/";
    private static final String TRAIL = "audit";
    private static final String DASHBOARD = "/dashboard";

    /** What shows nothing about anybody who is not in office. */
    private static final Set<String> NOTHING_PERSONAL = Set.of(
            "/api/v1/agreements",
            "/api/v1/agreements/{id}",
            "/api/v1/coverage",
            "/api/v1/coverage/gaps",
            "/api/v1/districts",
            "/api/v1/districts/{id}",
            "/api/v1/languages",
            "/api/v1/lines",
            "/api/v1/lines/{id}",
            "/api/v1/openapi",
            "/api/v1/openapi.yaml");

    /**
     * What rings, waits for something else than the database, tries again after an error of it, or reads a whole file first.
     * What becomes of a call stands in its own history.
     */
    private static final Pattern DO_MORE = Pattern.compile("[A-Z]+ /api/v1/(calls|requests)(/.*)?"
            + "|POST /api/v1/(interpreters/import|invitations|organisations/\\{id}/(pin|webhook/test))");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}.*");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Words of ours and times; not what may be a name or a number of somebody. */
    private static final Pattern HARMLESS =
            Pattern.compile("[a-z][a-z0-9_-]{0,30}|[0-9]{1,3}|[0-9]{4}-[0-9]{2}-[0-9]{2}[0-9TZ:.]*");

    /** Parameters in which people write what they like, such as a name, and be it in small letters. */
    private static final Set<String> FREE_TEXT = Set.of("body", "mail", "name", "note", "number", "phone", "reason");

    static Operation of(ServerWebExchange exchange) {
        PathPattern pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Map<String, String> variables = exchange.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var request = exchange.getRequest();
        return new Operation(
                request.getMethod(),
                pattern == null ? "" : pattern.getPatternString(),
                Objects.requireNonNullElse(variables, Map.of()),
                request.getQueryParams());
    }

    /**
     * How this is recorded.
     *
     * @param own whether whoever asks sees and changes what is her organisation's only
     */
    Recording recording(HandlerMethod handler, boolean own) {
        if (!isDashboard() && !isApi()) {
            return Recording.NOT;
        }
        if (isDashboard() && recordsItself(handler)) {
            return isLook() ? Recording.NOT : Recording.IF_REFUSED;
        }
        if (isLook()) {
            return own || NOTHING_PERSONAL.contains(pattern) ? Recording.NOT : Recording.AFTER_LOOK;
        }
        return DO_MORE.matcher(operation()).matches() ? Recording.FIRST : Recording.WITH_CHANGE;
    }

    boolean isDashboard() {
        return pattern.equals(DASHBOARD) || pattern.startsWith(DASHBOARD + "/");
    }

    private boolean isApi() {
        return pattern.startsWith(API);
    }

    private boolean isLook() {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || pattern.endsWith("/preview");
    }

    private static boolean recordsItself(HandlerMethod handler) {
        return handler.hasMethodAnnotation(RecordsItself.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), RecordsItself.class);
    }

    /** What was done, given what was answered. */
    Action action(@Nullable Object answer) {
        if (isLook()) {
            return pattern.endsWith("/export") ? Action.EXPORTED : Action.VIEWED;
        }
        if (method.equals(HttpMethod.DELETE)) {
            return Action.REMOVED;
        }
        return status(answer) == HttpStatus.CREATED.value() ? Action.ADDED : Action.CHANGED;
    }

    /** Whether it was done: a form that is answered with what is wrong in it has changed nothing. */
    static boolean isDone(@Nullable Object answer) {
        return status(answer) < HttpStatus.BAD_REQUEST.value();
    }

    private static int status(@Nullable Object answer) {
        if (answer instanceof ResponseEntity<?> response) {
            return response.getStatusCode().value();
        }
        return answer instanceof Rendering page && page.status() != null
                ? page.status().value()
                : HttpStatus.OK.value();
    }

    /** On whom or what, given what was answered. Whoever reads the trail has not seen those whom it names. */
    Reference reference(@Nullable Object answer) {
        if (kind().equals(TRAIL)) {
            return Reference.toAll(TRAIL);
        }
        var shown = new HashSet<>(ShownIds.in(answer));
        variables.values().forEach(value -> id(value).ifPresent(shown::add));
        var id = Optional.ofNullable(subject())
                .or(() -> shown.size() == 1 ? shown.stream().findFirst() : Optional.empty());
        return new Reference(kind(), id.orElse(null), shown);
    }

    /** Which operation, without anything personal. */
    String detail() {
        var query = parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> parameter.getKey() + "=" + (isHarmless(parameter.getKey(), value) ? value : "…")))
                .sorted()
                .collect(Collectors.joining("&"));
        return operation() + (query.isEmpty() ? "" : "?" + query);
    }

    private String operation() {
        return method + " " + pattern;
    }

    private boolean isHarmless(String parameter, @Nullable String value) {
        return value != null
                && (ID.matcher(value).matches()
                        || (!isFreeText(parameter) && HARMLESS.matcher(value).matches()));
    }

    /** The trail is searched for people by name. */
    private boolean isFreeText(String parameter) {
        return FREE_TEXT.contains(parameter) || (kind().equals(TRAIL) && parameter.equals("subject"));
    }

    private List<String> segments() {
        return Arrays.stream(pattern.substring(isApi() ? API.length() : DASHBOARD.length())
                        .split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** What stands before the last thing that varies, or at the beginning. */
    private String kind() {
        var segments = segments();
        for (int i = segments.size() - 1; i > 0; i--) {
            if (VARIABLE.matcher(segments.get(i)).matches()) {
                return segments.get(i - 1);
            }
        }
        return segments.isEmpty() ? "dashboard" : segments.getFirst();
    }

    private @Nullable UUID subject() {
        return segments().reversed().stream()
                .map(VARIABLE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(last -> variables.get(last.group(1)))
                .flatMap(Operation::id)
                .orElse(null);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
