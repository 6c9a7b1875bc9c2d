package de.dolmetscherhotline.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pages under one path that are for people who have signed in.
 *
 * @param path of the page on which everybody arrives, and before that of all others
 * @param signIn path of the page where people sign in
 * @param open paths of the pages, this one among them, for those who have not
 */
public record Area(String path, String signIn, Set<String> open) {

    /** Parameter that says why somebody is where people sign in; the page has words for it. */
    public static final String SAYS = "says";

    private static final Set<String> KNOWN_TO_SAY = Set.of(
            "ended",
            "out",
            "everywhere",
            "provider-away",
            "provider-cancelled",
            "provider-refused",
            "provider-too-many",
            "provider-unknown");

    public Area {
        open = Set.copyOf(open);
    }

    /** What the page where people sign in has words for; blank for anything else. */
    public static String said(@Nullable String says) {
        return says != null && KNOWN_TO_SAY.contains(says) ? says : "";
    }

    /** The page, with its query, of this area that an address names, whatever it is; else the one on which everybody arrives. */
    public String page(@Nullable String address) {
        return parsed(Objects.requireNonNullElse(address, ""))
                .filter(this::isOurs)
                .map(Area::relative)
                .orElse(path);
    }

    /** The page of this area that a request asks for. */
    public String asked(URI request) {
        return page(relative(request));
    }

    /** Where to sign in before this page. */
    public URI signInFor(String page) {
        return before(page, signIn);
    }

    /**
     * Where people sign in, with a word on why they are there.
     *
     * @param why for which that page has words
     */
    public String signInSaying(String why) {
        return signIn + "?" + SAYS + "=" + why;
    }

    /** Where to do something else before this page. */
    public URI before(String page, String first) {
        return URI.create(page.equals(path) ? first : first + "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    }

    /** With what the keys of its own messages begin. */
    String words() {
        return path.substring(1);
    }

    private static String relative(URI uri) {
        var query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException nonsense) {
            return Optional.empty();
        }
    }

    /** No other server, no way out by dots, and not one of the pages for those who are not signed in. */
    private boolean isOurs(URI uri) {
        var page = uri.getRawPath();
        return uri.getScheme() == null
                && uri.getRawAuthority() == null
                && page != null
                && (page.equals(path) || page.startsWith(path + "/"))
                && page.equals(uri.normalize().getRawPath())
                && open.stream().noneMatch(page::startsWith);
    }
}
