package de.dolmetscherhotline.platform;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** The description of the REST API at {@code /api/v1/openapi}, in the words that it really speaks. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

    private static final String KEY = "apiKey";
    private static final String PROBLEM = "Problem";

    /** Problems that only an operation with a certain header can have. */
    private static final Map<String, String> ONLY_WITH = Map.of("412", HttpHeaders.IF_MATCH, "422", "Idempotency-Key");

    /** What an operation may answer if it fails, by status. */
    private static final SortedMap<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400",
            "The request is not valid.",
            "401",
            "A valid API key is required.",
            "403",
            "The key does not allow this.",
            "404",
            "There is nothing with that id.",
            "409",
            "The request contradicts what is stored.",
            "412",
            "Somebody else has changed it since that version.",
            "415",
            "The body is not JSON.",
            "422",
            "The Idempotency-Key was used for another request.",
            "429",
            "Too many requests with this key; Retry-After says when to come back."));

    static {
        SpringDocUtils forms = SpringDocUtils.getConfig();
        Stream.of(
                        CallId.class,
                        DistrictId.class,
                        GuestId.class,
                        InterpreterId.class,
                        LineId.class,
                        OfferId.class,
                        OrganisationId.class)
                .forEach(id -> forms.replaceWithSchema(id, new UUIDSchema()));
        forms.replaceWithSchema(PhoneNumber.class, new StringSchema().example("+493023125000"));
        forms.replaceWithSchema(Language.class, new StringSchema().example("ar"));
        forms.replaceWithSchema(LocalTime.class, new StringSchema().example("08:00"));
        forms.replaceWithSchema(ZoneId.class, new StringSchema().example("Europe/Berlin"));
    }

    @Bean
    OpenAPI openApi() {
        var components = new Components()
                .addSecuritySchemes(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "API key of the installation (HOTLINE_API_KEY), or of an organisation with the"
                                                + " scope that the operation names"))
                .addSchemas(PROBLEM, problem());
        PROBLEMS.forEach((status, meaning) -> components.addResponses(PROBLEM + status, response(meaning)));
        return new OpenAPI()
                .info(new Info()
                        .title("Dolmetscher-Hotline")
                        .version("v1")
                        .description(
                                "Districts and their agreements, lines, organisations, blocked numbers, interpreters and the "
                                        + "session log of the hotline."))
                // Relative to this description: it is served by the same server.
                .addServersItem(new Server().url("/").description("this installation"))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    @Bean
    OpenApiCustomizer wordsAndProblems() {
        return api -> {
            api.getComponents().getSchemas().values().forEach(OpenApiDescription::lowerCaseEnums);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(OpenApiDescription::complete);
            OpenApiOrder.apply(api);
        };
    }

    private static void complete(Operation operation) {
        lowerCaseParameters(operation);
        addProblems(operation);
    }

    private static void lowerCaseParameters(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .map(Parameter::getSchema)
                    .filter(Objects::nonNull)
                    .forEach(OpenApiDescription::lowerCaseEnums);
        }
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .addProperty(
                        "field",
                        new StringSchema().description("path of the field").example("languages[0].tag"))
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .description("problem details, RFC 9457")
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error).description("what is wrong with which field"));
    }

    private static void addProblems(Operation operation) {
        PROBLEMS.keySet().stream()
                .filter(status -> !ONLY_WITH.containsKey(status) || takes(ONLY_WITH.get(status), operation))
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + PROBLEM + status)));
    }

    private static boolean takes(@Nullable String header, Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals(header));
    }

    private static ApiResponse response(String meaning) {
        var form = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        return new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", form));
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // The model of Swagger is raw.
    private static void lowerCaseEnums(Schema schema) {
        List<Object> constants = schema.getEnum();
        if (constants != null) {
            schema.setEnum(constants.stream()
                    .map(constant -> (Object) constant.toString().toLowerCase(Locale.ROOT))
                    .toList());
        }
        if (schema.getItems() != null) {
            lowerCaseEnums(schema.getItems());
        }
        if (schema.getProperties() != null) {
            ((Map<String, Schema>) schema.getProperties()).values().forEach(OpenApiDescription::lowerCaseEnums);
        }
    }
}
