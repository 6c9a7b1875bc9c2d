package de.dolmetscherhotline.webhook;

import io.netty.util.NetUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which addresses a webhook may have, as far as they say so themselves; what names stand for is known when it is needed. */
@Component
class ReceiverUrls {

    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern IS_NAME = Pattern.compile("(?:[^:]*\\.)?[^:.0-9][^:.]*\\.?");
    private static final int HIGHEST_PORT = 65_535;

    private final Destinations destinations;

    ReceiverUrls(Destinations destinations) {
        this.destinations = destinations;
    }

    /** What is wrong with it, as the end of a sentence; empty if nothing is. */
    Optional<String> problem(String text) {
        return parsed(text)
                .map(url -> Optional.ofNullable(problem(url)))
                .orElseGet(() -> Optional.of("must be an address such as https://example.org/hooks, in ASCII"));
    }

    private static Optional<URI> parsed(String text) {
        try {
            var url = new URI(text);
            return url.isOpaque() || url.getScheme() == null || !text.equals(url.toASCIIString())
                    ? Optional.empty()
                    : Optional.of(url);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private @Nullable String problem(URI url) {
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            return "must not contain a user name or password";
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            return "must name a host, and a port that exists";
        }
        if (url.getRawFragment() != null) {
            return "must not contain #";
        }
        if (!hasAllowedScheme(url)) {
            return "must begin with https://";
        }
        return isAllowed(url.getHost()) ? null : "must be an address that is reachable from everywhere";
    }

    private boolean hasAllowedScheme(URI url) {
        return switch (url.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" ->
                destinations.allowsLocal() && OURSELVES.contains(url.getHost().toLowerCase(Locale.ROOT));
            default -> false;
        };
    }

    /** What looks like an address that is written out must be one, and of no zone: other programs read more forms than we do. */
    private boolean isAllowed(String host) {
        if (host.contains("%")) {
            return false;
        }
        var literal = NetUtil.createInetAddressFromIpAddressString(host);
        return literal == null ? IS_NAME.matcher(host).matches() : destinations.allow(literal);
    }
}
