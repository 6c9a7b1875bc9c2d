package de.dolmetscherhotline.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param id of the account or key; null where there is only one of that kind
 * @param name of somebody, as it was then
 * @param district to which her account belongs; null if she is not bound to one
 */
public record Actor(
        Kind kind,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable UUID district) {

    private static final Actor API_KEY = new Actor(Kind.API_KEY, null, null, null);
    private static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, null, null);

    /** What somebody is. */
    public enum Kind {
        /** Somebody of the district's staff, signed in. */
        STAFF,
        /** Whoever has the key of the installation. */
        API_KEY,
        /** Software of an organisation, by a key of it. */
        ORGANISATION_KEY,
        /** Nobody: the service by itself. */
        SYSTEM
    }

    public static Actor staff(UUID account, String name, UUID district) {
        return new Actor(Kind.STAFF, account, name, district);
    }

    public static Actor apiKey() {
        return API_KEY;
    }

    public static Actor organisationKey(UUID key) {
        return new Actor(Kind.ORGANISATION_KEY, key, null, null);
    }

    public static Actor system() {
        return SYSTEM;
    }

    /** Without the name. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
