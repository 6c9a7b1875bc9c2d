package de.dolmetscherhotline.audit;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whom or what something was done.
 *
 * @param kind as in addresses of the REST API: {@code interpreters}, {@code blocked-numbers}
 * @param id null if it was a list
 * @param shown who or what else was shown with it, by id
 */
public record Reference(String kind, @Nullable UUID id, Set<UUID> shown) {

    public Reference {
        shown = Set.copyOf(shown);
    }

    public static Reference to(String kind, UUID id) {
        return new Reference(kind, id, Set.of());
    }

    public static Reference toAll(String kind) {
        return new Reference(kind, null, Set.of());
    }

    Reference showing(Set<UUID> ids) {
        return new Reference(kind, id, ids);
    }

    List<UUID> shownInOrder() {
        return shown.stream().filter(other -> !other.equals(id)).sorted().toList();
    }
}
