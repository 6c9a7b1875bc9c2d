package de.dolmetscherhotline.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The REST API described for people, from the same description that programs read at {@code /api/v1/openapi}. In English, like
 * the API; open to everybody, as that is.
 */
@Hidden
@Controller
class ReferencePage {

    static final String PATH = "/api/v1/openapi.html";

    private static final String DESCRIPTION = "/api/v1/openapi";

    private final OpenApiWebfluxResource openApi;
    private final JsonMapper json;

    ReferencePage(OpenApiWebfluxResource openApi, JsonMapper json) {
        this.openApi = openApi;
        this.json = json;
    }

    @GetMapping(PATH)
    Mono<Rendering> page(ServerHttpRequest request) {
        return description(request)
                .map(bytes -> Reference.of(json.readTree(bytes)))
                .map(reference -> Rendering.view("reference/reference")
                        .modelAttribute("reference", reference)
                        .build());
    }

    private Mono<byte[]> description(ServerHttpRequest request) {
        return Mono.defer(() -> {
            try {
                return openApi.openapiJson(request, DESCRIPTION, Locale.ENGLISH);
            } catch (JsonProcessingException broken) {
                return Mono.error(broken);
            }
        });
    }
}
