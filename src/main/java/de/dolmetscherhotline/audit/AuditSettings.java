package de.dolmetscherhotline.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long entries of the audit trail are kept.
 *
 * @param kept at least a year: the database deletes nothing younger
 */
@ConfigurationProperties("hotline.audit")
record AuditSettings(@DefaultValue("1096d") Duration kept) {

    private static final Duration SHORTEST = Duration.ofDays(367);

    AuditSettings {
        if (kept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("hotline.audit.kept must be at least " + SHORTEST.toDays() + "d");
        }
    }
}
