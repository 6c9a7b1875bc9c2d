package de.dolmetscherhotline.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are sought; null means all.
 *
 * @param subjects of or with any of whom or what, by id; exports are always among them, as they hold everybody
 * @param account who acted, by the id of an account or key
 * @param from the first moment
 * @param to the first moment after
 * @param district whose staff acted; whoever is not bound to a district is always among them
 */
public record AuditQuery(
        @Nullable Set<UUID> subjects,
        @Nullable UUID account,
        @Nullable Action action,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID district) {

    public AuditQuery {
        subjects = subjects == null ? null : Set.copyOf(subjects);
    }
}
