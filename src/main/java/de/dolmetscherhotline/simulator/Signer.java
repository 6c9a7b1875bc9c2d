package de.dolmetscherhotline.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code X-Twilio-Signature} (contract §1), written from the contract and not with the vendor's library. */
final class Signer {

    private static final String ALGORITHM = "HmacSHA1";
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), java.util.Arrays::compareUnsigned);

    private final SecretKeySpec key;

    Signer(String authToken) {
        this.key = new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * The signature.
     *
     * @param url as requested, with query; a fragment is left out
     * @param formParameters decoded; empty for GET
     */
    String sign(String url, Map<String, String> formParameters) {
        int fragment = url.indexOf('#');
        var data = new StringBuilder(fragment < 0 ? url : url.substring(0, fragment));
        formParameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_BYTES))
                .forEach(parameter -> data.append(parameter.getKey()).append(parameter.getValue()));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(data.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
