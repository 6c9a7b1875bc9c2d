package de.dolmetscherhotline.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail; what the parts mean stands at {@link Actor} and {@link Reference}.
 *
 * @param detail which operation it was
 */
public record AuditEntry(
        long id,
        Instant at,
        Actor actor,
        Action action,
        String subjectKind,
        @Nullable UUID subjectId,
        List<UUID> shown,
        @Nullable String detail,
        @Nullable String reason) {

    public AuditEntry {
        shown = List.copyOf(shown);
    }
}
