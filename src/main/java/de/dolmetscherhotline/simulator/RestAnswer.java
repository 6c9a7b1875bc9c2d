package de.dolmetscherhotline.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Status and JSON body of an answer of the REST API; the body is empty for 204. */
record RestAnswer(int status, String json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static RestAnswer of(int status, Map<String, @Nullable Object> body) {
        return new RestAnswer(status, JSON.writeValueAsString(body));
    }

    static RestAnswer empty() {
        return new RestAnswer(204, "");
    }

    static RestAnswer error(RestError error) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("code", error.code());
        body.put("message", error.getMessage());
        body.put("more_info", "https://www.twilio.com/docs/errors/" + error.code());
        body.put("status", error.status());
        return of(error.status(), body);
    }
}
