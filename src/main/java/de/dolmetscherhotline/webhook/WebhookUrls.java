package de.dolmetscherhotline.webhook;

import io.netty.util.NetUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which addresses a webhook may have, as far as they say so themselves; what names stand for is known when it is needed. */
@Component
class WebhookUrls {

    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HIGHEST_PORT = 65_535;

    private final Destinations destinations;

    WebhookUrls(Destinations destinations) {
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

    /** An address that is written out; with a zone it belongs to one machine. */
    private boolean isAllowed(String host) {
        var literal = NetUtil.createInetAddressFromIpAddressString(host);
        return literal == null ? !host.contains("%") : !host.contains("%") && destinations.allow(literal);
    }
}
