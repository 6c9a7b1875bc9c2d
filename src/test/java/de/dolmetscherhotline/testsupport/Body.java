package de.dolmetscherhotline.testsupport;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request, varied field by field. */
public record Body(Map<String, @Nullable Object> fields) {

    /** Names and values in turn. */
    public static Body of(@Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return new Body(fields);
    }

    public Body with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new Body(changed);
    }

    public Body without(String name) {
        var changed = new LinkedHashMap<>(fields);
        changed.remove(name);
        return new Body(changed);
    }
}
