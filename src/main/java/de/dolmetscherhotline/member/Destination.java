package de.dolmetscherhotline.member;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes once she has signed in: a page of the portal, whatever was asked for.
 *
 * @param path with its query, as it stands in an address
 */
record Destination(String path) {

    /** The page of ours that this address names, else the start. */
    static Destination of(@Nullable String address) {
        return new Destination(PortalAccess.AREA.page(address));
    }

    /** Where to sign in first. */
    URI signIn() {
        return PortalAccess.AREA.signInFor(path);
    }
}
