package de.dolmetscherhotline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the OpenAPI description says, in the order in which it is read.
 *
 * @param sections operations by their tag
 * @param objects what goes in and comes out, by name
 */
record Reference(String title, List<Section> sections, List<ObjectType> objects) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    /** A group of operations. */
    record Section(String name, String description, List<Operation> operations) {

        public String anchor() {
            return Reference.anchor(name);
        }
    }

    /**
     * One thing to do.
     *
     * @param body what is sent; null = nothing
     * @param answers what comes of it if it goes well
     * @param failures statuses with which it can fail
     */
    record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            List<Parameter> parameters,
            @Nullable Type body,
            List<Answer> answers,
            List<String> failures) {}

    /**
     * A parameter or a field.
     *
     * @param where path, query or header; empty for a field of an object
     */
    record Parameter(String name, String where, boolean required, Type type, String description) {}

    /**
     * What a value looks like.
     *
     * @param object the object that it is or contains, to be looked up; empty if none
     */
    record Type(String text, String object) {

        public String anchor() {
            return Reference.anchor(object);
        }
    }

    /** @param type null = no body */
    record Answer(
            String status, String description, @Nullable Type type) {}

    /** An object with named fields. */
    record ObjectType(String name, String description, List<Parameter> fields) {

        public String anchor() {
            return Reference.anchor(name);
        }
    }

    static String anchor(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Reads an OpenAPI description. */
    static Reference of(JsonNode api) {
        var operations = api.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> Map.entry(
                                entry.getValue().path("tags").path(0).asString(""),
                                operation(path.getKey(), entry.getKey(), entry.getValue()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var sections = api.path("tags")
                .valueStream()
                .map(tag -> new Section(text(tag, "name"), text(tag, "description"), inSection(operations, tag)))
                .filter(section -> !section.operations().isEmpty())
                .toList();
        var objects = api.path("components").path("schemas").properties().stream()
                .map(schema -> new ObjectType(
                        schema.getKey(), text(schema.getValue(), "description"), fields(schema.getValue())))
                .toList();
        return new Reference(text(api.path("info"), "title"), sections, objects);
    }

    private static List<Operation> inSection(Map<String, List<Operation>> operations, JsonNode tag) {
        return operations.getOrDefault(text(tag, "name"), List.of());
    }

    private static Operation operation(String path, String method, JsonNode operation) {
        var answers = new ArrayList<Answer>();
        var failures = new ArrayList<String>();
        for (var response : operation.path("responses").properties()) {
            if (response.getKey().startsWith("2")) {
                answers.add(new Answer(
                        response.getKey(),
                        text(response.getValue(), "description"),
                        content(response.getValue()).orElse(null)));
            } else {
                failures.add(response.getKey());
            }
        }
        return new Operation(
                text(operation, "operationId"),
                method.toUpperCase(Locale.ROOT),
                path,
                text(operation, "summary"),
                text(operation, "description"),
                operation
                        .path("parameters")
                        .valueStream()
                        .map(Reference::parameter)
                        .toList(),
                content(operation.path("requestBody")).orElse(null),
                answers,
                failures);
    }

    private static Parameter parameter(JsonNode parameter) {
        return new Parameter(
                text(parameter, "name"),
                text(parameter, "in"),
                parameter.path("required").asBoolean(false),
                type(parameter.path("schema")),
                text(parameter, "description"));
    }

    private static List<Parameter> fields(JsonNode schema) {
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        return schema.path("properties").properties().stream()
                .map(field -> new Parameter(
                        field.getKey(),
                        "",
                        required.contains(field.getKey()),
                        type(field.getValue()),
                        text(field.getValue(), "description")))
                .toList();
    }

    private static Optional<Type> content(JsonNode holder) {
        return holder.path("content").properties().stream().findFirst().map(content -> {
            var schema = content.getValue().path("schema");
            return schema.isMissingNode() ? new Type(content.getKey(), "") : type(schema);
        });
    }

    private static Type type(JsonNode schema) {
        var reference = text(schema, "$ref");
        if (!reference.isEmpty()) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            return new Type(name, name);
        }
        if (schema.has("items")) {
            var one = type(schema.path("items"));
            return new Type("list of " + one.text(), one.object());
        }
        if (schema.has("enum")) {
            return new Type(
                    schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(" | ")), "");
        }
        return new Type(plain(schema), "");
    }

    private static String plain(JsonNode schema) {
        var type = schema.path("type");
        var name = type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "))
                : type.asString("any");
        var format = text(schema, "format");
        return format.isEmpty() || format.startsWith("int") ? name : name + " (" + format + ")";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
