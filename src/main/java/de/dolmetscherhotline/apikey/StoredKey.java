package de.dolmetscherhotline.apikey;

import de.dolmetscherhotline.access.Scope;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key.
 *
 * @param name by which its organisation tells it from others
 * @param lastUsedAt to the minute; null = never
 * @param revokedAt null = it is valid
 */
public record StoredKey(
        UUID id,
        OrganisationId organisation,
        String name,
        List<Scope> scopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public StoredKey {
        scopes = List.copyOf(scopes);
    }
}
