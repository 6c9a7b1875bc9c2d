package de.dolmetscherhotline.member;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes once she has signed in: a page of the portal, whatever was asked for.
 *
 * @param path with its query, as it stands in an address
 */
record Destination(String path) {

    /** The page on which everybody arrives. */
    static final Destination START = new Destination(PortalAccess.PATH);

    /** The page of ours that this address names, else the start. */
    static Destination of(@Nullable String address) {
        return parsed(Objects.requireNonNullElse(address, ""))
                .filter(Destination::isOurs)
                .map(Destination::relative)
                .orElse(START);
    }

    /** The page that a request asked for. */
    static Destination asked(URI request) {
        return of(relative(request).path());
    }

    /** Where to sign in first. */
    URI signIn() {
        return URI.create(equals(START) ? SignInPage.PATH : SignInPage.PATH + "?to=" + encoded());
    }

    String encoded() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static Destination relative(URI uri) {
        var query = uri.getRawQuery();
        return new Destination(query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query);
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException nonsense) {
            return Optional.empty();
        }
    }

    /** No other server, no way out of the portal by dots, and not one of the pages for those who are not signed in. */
    private static boolean isOurs(URI uri) {
        var path = uri.getRawPath();
        return uri.getScheme() == null
                && uri.getRawAuthority() == null
                && path != null
                && (path.equals(PortalAccess.PATH) || path.startsWith(PortalAccess.PATH + "/"))
                && path.equals(uri.normalize().getRawPath())
                && !path.startsWith(SignInPage.PATH)
                && !path.startsWith(AcceptPage.PATH)
                && !path.startsWith(ForgottenPage.PATH);
    }
}
