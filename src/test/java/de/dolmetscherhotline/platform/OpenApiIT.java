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
        for (String status : List.of("400", "401", "403", "404", "409", "415", "429")) {
            assertThat(JsonPath.<List<String>>read(
                            description().body(), "$.paths.*.*.responses['" + status + "'].$ref"))
                    .hasSizeGreaterThan(15)
                    .containsOnly("#/components/responses/Problem" + status);
            description()
                    .has(
                            "components.responses.Problem" + status
                                    + ".content['application/problem+json'].schema.$ref",
                            "#/components/schemas/Problem");
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

    @Test
    void scopesAreDescribedAsTheyAreSent() {
        description().has("components.schemas.NewKey.properties.scopes.items.enum[0]", "requests:read");
    }

    @Test
    void operationThatTakesAnIdempotencyKeySaysSo() {
        var operation = "$.paths['/api/v1/organisations'].post";
        assertThat(JsonPath.<List<String>>read(description().body(), operation + ".parameters[*].name"))
                .containsExactly("Idempotency-Key");
        description().has(operation + ".responses['422'].$ref", "#/components/responses/Problem422");
    }

    @Test
    void operationsAreNamedAfterWhatTheyDo() {
        description()
                .has("$.paths['/api/v1/organisations'].post.operationId", "postOrganisations")
                .has("$.paths['/api/v1/organisations/{id}/keys'].get.operationId", "getOrganisationsByIdKeys")
                .has("$.paths['/api/v1/unmet-demand'].get.operationId", "getUnmetDemand");
        List<String> names = JsonPath.read(description().body(), "$.paths.*.*.operationId");
        List<Object> operations = JsonPath.read(description().body(), "$.paths.*.*");
        assertThat(names).hasSameSizeAs(operations).doesNotHaveDuplicates();
    }

    private Answer description() {
        return Answer.to(anonymous().get().uri("/api/v1/openapi")).hasStatus(200);
    }
}
