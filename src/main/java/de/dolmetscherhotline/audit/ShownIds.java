package de.dolmetscherhotline.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Finds every id in an answer, however deep: answers are records of ours, in lists or maps. Ids of districts and lines are left
 * out, as they say nothing about anybody. What a page fetches only while it is rendered is not seen: that must be about whom the
 * page is about.
 */
final class ShownIds {

    private static final String OURS = "de.dolmetscherhotline.";
    private static final Set<String> OF_NOBODY = Set.of("DistrictId", "LineId", "districtId", "lineId");
    private static final int DEEPEST = 8;

    private final Set<UUID> found = new LinkedHashSet<>();

    private ShownIds() {}

    static Set<UUID> in(@Nullable Object answer) {
        var ids = new ShownIds();
        ids.look(answer, 0);
        return ids.found;
    }

    private void look(@Nullable Object value, int depth) {
        if (value == null || depth > DEEPEST) {
            return;
        }
        switch (value) {
            case UUID id -> found.add(id);
            case ResponseEntity<?> answer -> look(answer.getBody(), depth);
            case Rendering page -> look(page.modelAttributes(), depth);
            case Map<?, ?> map -> map.values().forEach(entry -> look(entry, depth + 1));
            case Collection<?> list -> list.forEach(entry -> look(entry, depth + 1));
            case Optional<?> perhaps -> look(perhaps.orElse(null), depth);
            case Record entry -> lookInto(entry, depth + 1);
            default -> {}
        }
    }

    private void lookInto(Record entry, int depth) {
        var type = entry.getClass();
        if (type.getName().startsWith(OURS) && !OF_NOBODY.contains(type.getSimpleName())) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (!OF_NOBODY.contains(component.getName())) {
                    look(value(entry, component), depth);
                }
            }
        }
    }

    private static @Nullable Object value(Record entry, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(entry);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
