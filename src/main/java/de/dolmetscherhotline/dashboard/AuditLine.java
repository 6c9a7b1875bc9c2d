package de.dolmetscherhotline.dashboard;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as a page shows it.
 *
 * @param actor key of a word for who acted, if there is no name
 * @param action key of a word for what was done
 * @param named how many others the answer named
 */
public record AuditLine(
        long id,
        String at,
        String actor,
        @Nullable String name,
        String action,
        String subject,
        @Nullable UUID subjectId,
        int named,
        @Nullable String detail,
        @Nullable String reason) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    static AuditLine of(AuditEntry entry, ZoneId zone) {
        return new AuditLine(
                entry.id(),
                TIME.format(entry.at().atZone(zone)),
                "dashboard.audit.actor." + AuditPage.word(entry.actor().kind()),
                entry.actor().name(),
                key(entry.action()),
                entry.subjectKind(),
                entry.subjectId(),
                entry.shown().size(),
                entry.detail(),
                entry.reason());
    }

    /** Of a word for what was done. */
    static String key(Action action) {
        return "dashboard.audit.action." + AuditPage.word(action);
    }
}
