package de.dolmetscherhotline.supplychain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A library that the jar brings along.
 *
 * @param name {@code group:artifact}
 */
record Component(String name, String version) {

    /** All Maven components of a bill of materials in CycloneDX's JSON form. */
    static List<Component> of(Path billOfMaterials) {
        var components = new ArrayList<Component>();
        collect(JsonMapper.shared().readTree(billOfMaterials.toFile()).path("components"), components);
        return List.copyOf(components);
    }

    private static void collect(JsonNode nodes, List<Component> components) {
        for (var node : nodes) {
            if (node.path("purl").asString("").startsWith("pkg:maven/")) {
                components.add(new Component(
                        node.path("group").asString("") + ":"
                                + node.path("name").asString(),
                        node.path("version").asString()));
            }
            collect(node.path("components"), components);
        }
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
