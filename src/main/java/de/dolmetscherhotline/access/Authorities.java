package de.dolmetscherhotline.access;

/** What somebody may, beside the scopes of keys. */
public final class Authorities {

    /** May do everything that the REST API offers, for every organisation. */
    public static final String COORDINATOR = "ROLE_COORDINATOR";

    private Authorities() {}
}
