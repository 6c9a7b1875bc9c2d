package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request of the network to the application. */
record Webhook(Exchange.Kind kind, URI url, boolean post, Map<String, String> params) {

    String method() {
        return post ? "POST" : "GET";
    }

    /** The URL that is requested and signed: without fragment, and for GET with the parameters in its query. */
    String requestUrl() {
        var text = url.toString();
        int fragment = text.indexOf('#');
        var base = fragment < 0 ? text : text.substring(0, fragment);
        if (post || params.isEmpty()) {
            return base;
        }
        return base + (base.indexOf('?') < 0 ? "?" : "&") + form(params);
    }

    static String form(Map<String, String> params) {
        return params.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A reference as it stands in a document, resolved against that document's URL. Empty: the document itself. */
    static Optional<URI> resolve(URI document, String reference) {
        var text = reference.strip();
        if (text.isEmpty()) {
            return Optional.of(document).filter(Webhook::isHttp);
        }
        try {
            var uri = text.startsWith("?")
                    ? new URI(document.toString().replaceFirst("[?#].*$", "") + text)
                    : document.resolve(new URI(text));
            return isHttp(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }

    static boolean isHttp(URI uri) {
        var scheme = uri.getScheme();
        return scheme != null
                && (scheme.toLowerCase(Locale.ROOT).equals("https")
                        || scheme.toLowerCase(Locale.ROOT).equals("http"))
                && uri.getHost() != null;
    }
}
