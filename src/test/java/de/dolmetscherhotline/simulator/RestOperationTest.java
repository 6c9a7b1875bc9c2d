package de.dolmetscherhotline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accepted parameter names are those of the vendor's OpenAPI file. Set {@code TWILIO_OPENAPI} to its path; without it
 * the comparison is skipped.
 */
class RestOperationTest {

    private static final String ACCOUNT = "/2010-04-01/Accounts/{AccountSid}/";

    @ParameterizedTest
    @EnumSource
    void theNamesAreThoseOfTheVendor(RestOperation operation) throws Exception {
        var file = System.getenv("TWILIO_OPENAPI");
        assumeTrue(file != null, "SKIPPED: TWILIO_OPENAPI does not name the vendor's OpenAPI file");
        var vendor = JsonMapper.builder().build().readTree(Files.readString(Path.of(String.valueOf(file))));
        var described = vendor.path("paths")
                .path(ACCOUNT + operation.template())
                .path(operation.method().toLowerCase(Locale.ROOT));
        assertThat(described.isObject()).as("the vendor knows " + operation).isTrue();
        assertThat(operation.accepted()).isEqualTo(names(vendor, described));
    }

    private static Set<String> names(JsonNode vendor, JsonNode operation) {
        var names = new HashSet<String>();
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asString("").equals("query")) {
                names.add(parameter.path("name").asString());
            }
        }
        var schema = operation
                .path("requestBody")
                .path("content")
                .path("application/x-www-form-urlencoded")
                .path("schema");
        var reference = List.of(schema.path("$ref").asString("").split("/", -1)).getLast();
        var resolved = reference.isEmpty()
                ? schema
                : vendor.path("components").path("schemas").path(reference);
        names.addAll(resolved.path("properties").propertyNames());
        return names;
    }
}
