package de.dolmetscherhotline.access;

import org.springframework.security.core.Authentication;

/** What somebody may, beside the scopes of keys. */
public final class Authorities {

    /** May do everything that the REST API offers, for every organisation. */
    public static final String COORDINATOR = "ROLE_COORDINATOR";

    private Authorities() {}

    /** Whether somebody was granted it. */
    public static boolean has(Authentication caller, String authority) {
        return caller.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }
}
