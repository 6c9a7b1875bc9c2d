package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class OpenApiIT extends HotlineIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void theDescriptionIsOpenAndContainsEveryPath() {
        Set<String> paths = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream())
                .map(Object::toString)
                .filter(path -> path.startsWith("/api/v1/") && !path.startsWith("/api/v1/openapi"))
                .collect(Collectors.toSet());
        assertThat(paths).contains("/api/v1/interpreters/{id}/availability");
        assertThat(JsonPath.<Map<String, Object>>read(description().body(), "$.paths"))
                .containsOnlyKeys(paths);
    }

    @Test
    void everyOperationNeedsTheKeyAndDescribesItsProblems() {
        description().has("security[0].apiKey.length()", 0).has("components.securitySchemes.apiKey.scheme", "bearer");
        for (String status : List.of("400", "401", "404", "409", "415")) {
            assertThat(JsonPath.<List<Object>>read(
                            description().body(),
                            "$.paths.*.*.responses['" + status + "'].content['application/problem+json']"))
                    .hasSizeGreaterThan(15);
        }
    }

    @Test
    void everyOperationSaysWhatItDoes() {
        List<String> summaries = JsonPath.read(description().body(), "$.paths.*.*.summary");
        List<Object> operations = JsonPath.read(description().body(), "$.paths.*.*");
        assertThat(summaries)
                .hasSameSizeAs(operations)
                .allSatisfy(summary -> assertThat(summary).isNotBlank());
    }

    @Test
    void valuesAreDescribedAsTheyAreSent() {
        description()
                .has("components.schemas.NewInterpreter.properties.status.enum[1]", "in_training")
                .has("components.schemas.NewInterpreter.properties.roles.items.enum[0]", "volunteer")
                .has("components.schemas.NewInterpreter.properties.phoneNumber.type", "string")
                .has("components.schemas.NewInterpreter.properties.districtId.format", "uuid")
                .has("components.schemas.NewLine.properties.languages.items.type", "string");
    }

    private Answer description() {
        return Answer.to(anonymous().get().uri("/api/v1/openapi")).hasStatus(200);
    }
}
