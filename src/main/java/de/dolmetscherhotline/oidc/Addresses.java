package de.dolmetscherhotline.oidc;

import java.net.URI;
import java.util.Set;

/** Which addresses of a provider are used: with TLS, or on this machine. */
final class Addresses {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    static boolean isSafe(String address) {
        try {
            return isSafe(URI.create(address));
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }

    private static boolean isSafe(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost())));
    }
}
