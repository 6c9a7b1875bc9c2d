package de.dolmetscherhotline.line;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opening hours as a column of type {@code jsonb} holds them; SQL null where there are none. */
@Component
public class StoredHours {

    private final JsonMapper json;

    StoredHours(JsonMapper json) {
        this.json = json;
    }

    public Parameter bound(@Nullable OpeningHours hours) {
        return nullable(hours == null ? null : Json.of(json.writeValueAsBytes(hours)), Json.class);
    }

    public @Nullable OpeningHours read(Readable row, String column) {
        Json stored = row.get(column, Json.class);
        return stored == null ? null : json.readValue(stored.asArray(), OpeningHours.class);
    }
}
