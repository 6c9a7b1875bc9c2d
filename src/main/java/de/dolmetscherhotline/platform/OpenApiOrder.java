package de.dolmetscherhotline.platform;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/**
 * Sees to it that the same API always has the same description, letter for letter: in alphabetical order, and with names of
 * operations that do not depend on which others there are.
 */
final class OpenApiOrder {

    private static final String COMMON = "/api/v1/";

    private OpenApiOrder() {}

    static void apply(OpenAPI api) {
        var paths = new Paths();
        new TreeMap<>(api.getPaths()).forEach(paths::addPathItem);
        paths.forEach(OpenApiOrder::apply);
        api.setPaths(paths);
        api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
        api.setTags(api.getTags().stream()
                .sorted(Comparator.comparing(Tag::getName))
                .toList());
    }

    private static void apply(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            operation.setOperationId(method.name().toLowerCase(Locale.ROOT) + camelCase(path));
            sortResponses(operation);
        });
    }

    private static void sortResponses(Operation operation) {
        var sorted = new ApiResponses();
        new TreeMap<>(operation.getResponses()).forEach(sorted::addApiResponse);
        operation.setResponses(sorted);
    }

    /** {@code OrganisationsByIdKeys} for {@code /api/v1/organisations/{id}/keys}. */
    private static String camelCase(String path) {
        return Arrays.stream(path.replace(COMMON, "").replace("{", "by-").split("[^A-Za-z0-9]+"))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining());
    }
}
