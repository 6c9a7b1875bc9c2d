package de.dolmetscherhotline.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.util.MultiValueMap;

/**
 * Twilio's signature of a webhook (contract §1): Base64 of HMAC-SHA1, keyed with the account's token, over the URL as
 * requested and the decoded form parameters in order of their names. Computed on the raw URL, because the vendor's
 * validator decodes escapes of a URL that has a port.
 */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA1";

    private final List<SecretKeySpec> keys;

    WebhookSignature(List<String> acceptedTokens) {
        this.keys = acceptedTokens.stream()
                .map(token -> new SecretKeySpec(token.getBytes(UTF_8), ALGORITHM))
                .toList();
    }

    /**
     * Whether one of the accepted tokens made this signature.
     *
     * @param url as requested, with raw path and raw query
     * @param form all parameters of a form post; empty for other requests
     */
    boolean matches(String url, MultiValueMap<String, String> form, String signature) {
        var given = signature.getBytes(UTF_8);
        var parameters = inOrder(form);
        return urlVariants(url).stream()
                .anyMatch(variant ->
                        keys.stream().anyMatch(key -> MessageDigest.isEqual(sign(key, variant + parameters), given)));
    }

    private static byte[] sign(SecretKeySpec key, String data) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encode(mac.doFinal(data.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot compute HMAC-SHA1", impossible);
        }
    }

    private static String inOrder(MultiValueMap<String, String> form) {
        var text = new StringBuilder();
        new TreeMap<>(form)
                .forEach((name, values) -> new TreeSet<>(values.stream()
                                .map(value -> value == null ? "" : value)
                                .toList())
                        .forEach(value -> text.append(name).append(value)));
        return text.toString();
    }

    /** The vendor signs sometimes with and sometimes without the port. */
    private static List<String> urlVariants(String url) {
        var uri = URI.create(url);
        var authorityEnd =
                url.indexOf(uri.getRawAuthority()) + uri.getRawAuthority().length();
        var rest = url.substring(authorityEnd);
        var port = uri.getPort() == -1 ? ("https".equals(uri.getScheme()) ? 443 : 80) : uri.getPort();
        var start = uri.getScheme() + "://" + uri.getHost();
        return List.of(start + rest, start + ":" + port + rest);
    }
}
