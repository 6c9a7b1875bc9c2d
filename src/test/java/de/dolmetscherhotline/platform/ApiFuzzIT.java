package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Nonsense;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.RawHttp;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Every operation that the API describes, with requests that are almost right and others that are not at all. */
@SuppressWarnings("unchecked") // A JSON document has no types.
class ApiFuzzIT extends HotlineIT {

    private static final int REQUESTS = 3000;
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> ACCEPTS = List.of(
            "application/json",
            "*/*",
            "text/html",
            "image/png",
            "application/xml",
            "text/event-stream",
            ";;;",
            "a/b/c",
            "");

    private static final List<String> CONTENT_TYPES = List.of(
            "application/json",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
            "text/plain",
            "multipart/form-data",
            ";;;",
            "");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{}",
            "\"text\"",
            "1",
            "{",
            "{\"a\":",
            "[".repeat(20_000),
            "{\"a\":".repeat(5_000),
            "{\"name\":1e99999999}",
            "{\"name\":" + "9".repeat(5_000) + "}",
            "{\"name\":\"\\ud800\"}",
            "{\"name\":\"\\u0000\"}",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "\u0000",
            "\ufeff{}",
            "{'name':'x'}",
            "{\"__proto__\":{},\"class\":{\"module\":{}},\"@type\":\"java.util.HashMap\"}",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>");

    @LocalServerPort
    private int port;

    private final Nonsense nonsense = Nonsense.about("the API");
    /** A few: there are lists of two thousand, and nobody must be left without a number. */
    private final List<String> numbers = Stream.concat(
                    Stream.generate(Numbers::landline).limit(50),
                    Stream.generate(Numbers::mobile).limit(50))
            .toList();

    private List<String> ids = List.of();
    private Map<String, Object> description = Map.of();

    @Test
    void noRequestIsAnErrorOfOurs() {
        describe();
        var operations = operations();
        for (var operation : operations) {
            someIds();
            for (int request = 0; request < Math.max(20, REQUESTS / operations.size()); request++) {
                send(operation, true);
            }
        }
        assertThat(answered2xx).as("requests that were carried out").isGreaterThan(REQUESTS / 25);
    }

    @Test
    void nothingIsOpenWithoutAKeyWhateverTheRequestLooksLike() {
        describe();
        someIds();
        for (var operation : operations()) {
            for (int request = 0; request < 8; request++) {
                var reply = send(operation, false);
                assertThat(reply.isSuccess()).as("%s %s", nonsense, operation).isFalse();
            }
        }
    }

    private int answered2xx;

    private RawHttp.Reply send(Operation operation, boolean withKey) {
        var target = target(operation);
        var headers = new ArrayList<String>();
        if (withKey) {
            headers.add("Authorization: Bearer " + API_KEY);
        } else if (nonsense.happens(0.5)) {
            headers.add("Authorization: Bearer " + oneLine(nonsense.text()));
        }
        headers.add("Accept: " + (nonsense.happens(0.7) ? "application/json" : nonsense.oneOf(ACCEPTS)));
        headers.add("Content-Type: " + (nonsense.happens(0.85) ? "application/json" : nonsense.oneOf(CONTENT_TYPES)));
        var body = operation.body() == null ? new byte[0] : body(operation.body());
        var reply = new RawHttp(port).send(operation.method(), target, headers, body);
        answered2xx += reply.isSuccess() ? 1 : 0;
        var request = "%s: %s %s %s %s"
                .formatted(nonsense, operation.method(), target, headers, new String(body, StandardCharsets.UTF_8));
        assertThat(reply.isServerError())
                .as("%s → %s %s", request.substring(0, Math.min(3000, request.length())), reply.status(), reply.body())
                .isFalse();
        if (!reply.isSuccess()) {
            assertThat(reply.body())
                    .as(request)
                    .doesNotContain("Exception", "java.", "org.springframework", "tools.jackson");
        }
        return reply;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private String target(Operation operation) {
        var path = PLACE.matcher(operation.path())
                .replaceAll(place ->
                        Matcher.quoteReplacement(nonsense.happens(0.7) ? nonsense.oneOf(ids) : nonsense.segment()));
        var query = new StringBuilder();
        for (var parameter : operation.query()) {
            if (nonsense.happens(0.6)) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.get("name"))
                        .append('=')
                        .append(value(parameter));
            }
        }
        return path + query;
    }

    private String value(Map<String, Object> parameter) {
        var schema = (Map<String, Object>) parameter.getOrDefault("schema", Map.of("type", "string"));
        var value = nonsense.happens(0.5) ? nonsense.text() : String.valueOf(sample(schema, "", 2));
        return nonsense.happens(0.1)
                ? nonsense.segment()
                : URLEncoder.encode(value.substring(0, Math.min(1000, value.length())), StandardCharsets.UTF_8);
    }

    private byte[] body(Map<String, Object> schema) {
        if (nonsense.happens(0.1)) {
            return nonsense.oneOf(BODIES).getBytes(StandardCharsets.UTF_8);
        }
        var written = JSON.writeValueAsBytes(sample(schema, "", 6));
        if (nonsense.happens(0.05) && written.length > 1) {
            return Arrays.copyOf(written, nonsense.below(written.length));
        }
        return nonsense.happens(0.05) ? withBadBytes(written) : written;
    }

    private byte[] withBadBytes(byte[] written) {
        int at = nonsense.below(written.length + 1);
        var out = new ByteArrayOutputStream();
        out.write(written, 0, at);
        out.writeBytes(new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xff, 0});
        out.write(written, at, written.length - at);
        return out.toByteArray();
    }

    /** Something that the schema asks for, with nonsense here and there. */
    private @Nullable Object sample(Map<String, Object> schema, String name, int depth) {
        if (depth == 0 || nonsense.happens(0.04)) {
            return nonsense.json();
        }
        if (schema.get("$ref") instanceof String reference) {
            return sample(schemaAt(reference), name, depth);
        }
        for (var choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.get(choice) instanceof List<?> options && !options.isEmpty()) {
                return sample((Map<String, Object>) nonsense.oneOf((List<Object>) options), name, depth);
            }
        }
        if (schema.get("enum") instanceof List<?> constants) {
            return nonsense.oneOf((List<Object>) constants);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> nonsense.happens(0.8) ? nonsense.below(20) : nonsense.json();
            case "number" -> nonsense.below(20) / 2.0;
            case "boolean" -> nonsense.happens(0.5);
            default -> text(schema, name);
        };
    }

    private String type(Map<String, Object> schema) {
        var type = schema.get("type");
        if (type instanceof List<?> types) {
            return String.valueOf(nonsense.oneOf((List<Object>) types));
        }
        return type == null ? (schema.containsKey("properties") ? "object" : "string") : type.toString();
    }

    private Map<String, @Nullable Object> object(Map<String, Object> schema, int depth) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        ((Map<String, Object>) schema.getOrDefault("properties", Map.of())).forEach((name, property) -> {
            if (nonsense.happens(0.95)) {
                object.put(name, sample((Map<String, Object>) property, name, depth - 1));
            }
        });
        if (nonsense.happens(0.03)) {
            object.put(nonsense.text(), nonsense.json());
        }
        return object;
    }

    private List<@Nullable Object> array(Map<String, Object> schema, String name, int depth) {
        var items = (Map<String, Object>) schema.getOrDefault("items", Map.of("type", "string"));
        var array = new ArrayList<@Nullable Object>();
        for (int size = nonsense.happens(0.01) ? 2000 : 1 + nonsense.below(2); size > 0; size--) {
            array.add(sample(items, name, depth - 1));
        }
        return array;
    }

    private String text(Map<String, Object> schema, String name) {
        var format = String.valueOf(schema.get("format"));
        var example = String.valueOf(schema.getOrDefault("example", ""));
        if (format.equals("uuid")) {
            return name.equals("districtId") ? ids.getFirst() : nonsense.oneOf(ids);
        }
        if (format.equals("date-time")) {
            return nonsense.happens(0.5) ? "2027-01-10T09:00:00Z" : nonsense.instant();
        }
        if (format.equals("date")) {
            return nonsense.happens(0.6) ? "1985-03-01" : nonsense.date();
        }
        if (example.startsWith("+49")) {
            return nonsense.oneOf(numbers);
        }
        if (schema.containsKey("pattern")) {
            return String.valueOf(100_000 + nonsense.below(900_000));
        }
        if (!example.isEmpty()) {
            return example;
        }
        return nonsense.happens(0.3) ? nonsense.text() : name + " " + nonsense.uuid();
    }

    private void describe() {
        var document = Answer.to(anonymous().get().uri("/api/v1/openapi")).hasStatus(200);
        description = JSON.readValue(document.body(), Map.class);
    }

    private Map<String, Object> schemaAt(String reference) {
        return part(
                part(part(description, "components"), "schemas"), reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        return (Map<String, Object>) Objects.requireNonNull(whole.get(name), name);
    }

    /** All operations, deletions last. */
    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        part(description, "paths")
                .forEach((path, methods) -> ((Map<String, Map<String, Object>>) methods)
                        .forEach((method, operation) -> operations.add(Operation.of(path, method, operation))));
        operations.sort(Comparator.comparing(operation -> operation.method().equals("DELETE")));
        assertThat(operations).hasSizeGreaterThan(20);
        return operations;
    }

    /** The district first, then one of each other kind. */
    private void someIds() {
        var district = district();
        var organisation =
                created("/api/v1/organisations", Body.of("districtId", district, "name", "Praxis", "kind", "practice"));
        ids = List.of(
                district.toString(),
                created(
                                "/api/v1/lines",
                                Body.of(
                                        "districtId",
                                        district,
                                        "number",
                                        Numbers.landline(),
                                        "languages",
                                        List.of("ar")))
                        .toString(),
                organisation.toString(),
                created(
                                "/api/v1/organisations/" + organisation + "/keys",
                                Body.of("name", "Klinik", "scopes", List.of("requests:read")))
                        .toString(),
                created("/api/v1/interpreters", anInterpreter(district)).toString());
    }

    private static Body anInterpreter(UUID district) {
        return Body.of(
                "districtId",
                district,
                "name",
                "Dolmetscherin",
                "phoneNumber",
                Numbers.mobile(),
                "languages",
                List.of(Map.of("tag", "ar", "level", "native")),
                "status",
                "applied");
    }

    private record Operation(
            String method,
            String path,
            List<Map<String, Object>> query,
            @Nullable Map<String, Object> body) {

        private static Operation of(String path, String method, Map<String, Object> operation) {
            var parameters = (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of());
            return new Operation(
                    method.toUpperCase(java.util.Locale.ROOT),
                    path,
                    parameters.stream()
                            .filter(parameter -> "query".equals(parameter.get("in")))
                            .toList(),
                    bodyOf(operation));
        }

        private static @Nullable Map<String, Object> bodyOf(Map<String, Object> operation) {
            if (!operation.containsKey("requestBody")) {
                return null;
            }
            var content = part(part(operation, "requestBody"), "content");
            return part(part(content, content.keySet().iterator().next()), "schema");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
