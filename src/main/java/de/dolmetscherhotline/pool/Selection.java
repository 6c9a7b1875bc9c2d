package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Which members of a district's pool are chosen, in the words of an address: what the filters of a page send, and what another
 * page gets along to go on with the same people. What is empty does not matter. The names of the parts never change, for people
 * keep such addresses.
 *
 * @param name part of the name
 * @param language BCP 47 tag
 * @param level at least, in that language or in any
 * @param available {@code yes} or {@code no}, at this moment
 * @param expiring in how many days an obligation runs out
 * @param uncalled for how many days no call has disturbed them
 * @param sort {@code name} (the default), {@code uncalled}, {@code newest}, {@code municipality} or {@code status}
 */
public record Selection(
        String name,
        String language,
        String level,
        String municipality,
        String subject,
        String role,
        String status,
        String available,
        String expiring,
        String uncalled,
        String sort) {

    private static final int LONGEST = 200;
    private static final int MOST_DAYS = 3650;
    private static final Map<String, Boolean> AVAILABLE = Map.of("yes", true, "no", false);

    private static final Map<String, Order> ORDERS = Map.of(
            "name", new Order("name", "asc"),
            "uncalled", new Order("lastAskedAt", "asc"),
            "newest", new Order("createdAt", "desc"),
            "municipality", new Order("municipality", "asc"),
            "status", new Order("status", "asc"));

    private record Order(String column, String direction) {}

    /** What an address does not name is empty. */
    public Selection {
        name = text(name);
        language = text(language);
        level = text(level);
        municipality = text(municipality);
        subject = text(subject);
        role = text(role);
        status = text(status);
        available = text(available);
        expiring = text(expiring);
        uncalled = text(uncalled);
        sort = text(sort);
    }

    /** Everybody, by name. */
    public static Selection everybody() {
        return new Selection("", "", "", "", "", "", "", "", "", "", "");
    }

    /** The parts that make no sense, by name. A selection that is not understood in all parts chooses nobody. */
    public Set<String> wrong() {
        var understood = new LinkedHashMap<String, Boolean>();
        understood.put("name", name.length() <= LONGEST);
        understood.put("language", language.length() <= LONGEST);
        understood.put("level", isEmptyOr(level, constant(LanguageLevel.class, level)));
        understood.put("municipality", municipality.length() <= LONGEST);
        understood.put("subject", isEmptyOr(subject, constant(Subject.class, subject)));
        understood.put("role", isEmptyOr(role, constant(Role.class, role)));
        understood.put("status", isEmptyOr(status, constant(Status.class, status)));
        understood.put("available", isEmptyOr(available, AVAILABLE.get(available)));
        understood.put("expiring", isEmptyOr(expiring, days(expiring, 0)));
        understood.put("uncalled", isEmptyOr(uncalled, days(uncalled, 1)));
        understood.put("sort", isEmptyOr(sort, ORDERS.get(sort)));
        understood.values().removeIf(Boolean::booleanValue);
        return understood.keySet();
    }

    /** Those of a district; empty if a part makes no sense. */
    public Optional<InterpreterFilter> of(DistrictId district) {
        return wrong().isEmpty() ? Optional.of(filter(district)) : Optional.empty();
    }

    private InterpreterFilter filter(DistrictId district) {
        var order = Objects.requireNonNull(ORDERS.get(sort.isEmpty() ? "name" : sort));
        return new InterpreterFilter(
                district.value(),
                language.isEmpty() ? null : language,
                constant(LanguageLevel.class, level),
                municipality.isEmpty() ? null : municipality,
                constant(Subject.class, subject),
                constant(Role.class, role),
                constant(Status.class, status),
                AVAILABLE.get(available),
                days(expiring, 0),
                days(uncalled, 1),
                null,
                name.isEmpty() ? null : name,
                order.column(),
                order.direction());
    }

    /** The parts that are not empty, by name, always in the same order. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("name", name);
        parts.put("language", language);
        parts.put("level", level);
        parts.put("municipality", municipality);
        parts.put("subject", subject);
        parts.put("role", role);
        parts.put("status", status);
        parts.put("available", available);
        parts.put("expiring", expiring);
        parts.put("uncalled", uncalled);
        parts.put("sort", sort);
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    /** A page with this selection in its address. */
    public String at(String path) {
        var query = parts().entrySet().stream()
                .map(part -> part.getKey() + "=" + UriUtils.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static boolean isEmptyOr(String typed, @Nullable Object understood) {
        return typed.isEmpty() || understood != null;
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer days(String typed, int least) {
        if (!typed.matches("[0-9]{1,4}")) {
            return null;
        }
        int days = Integer.parseInt(typed);
        return days >= least && days <= MOST_DAYS ? days : null;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
