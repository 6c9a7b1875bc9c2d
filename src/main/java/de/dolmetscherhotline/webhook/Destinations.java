package de.dolmetscherhotline.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * To which addresses announcements may go: those that are reachable from everywhere. Whoever sets the address of a webhook must
 * not be able to make us send something to machines that only we can reach.
 */
@Component
final class Destinations {

    private static final int IPV4_BYTES = 4;

    /** IANA's registry of special-purpose addresses, multicast, what is reserved, and addresses of clouds' own services. */
    private static final List<Network> NOT_PUBLIC_IPV4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All that is handed out; loopback, unique-local, link-local and multicast addresses are elsewhere. */
    private static final Network PUBLIC_IPV6 = Network.of("2000::/3");

    private static final List<Network> NOT_PUBLIC_IPV6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    /** An IPv4 address is at their end, and decides. */
    private static final List<Network> EMBEDDING_IPV4 = networks("::ffff:0:0/96", "64:ff9b::/96");

    private static final List<Network> LOOPBACK = networks("127.0.0.0/8", "::1/128");

    private final boolean allowLocal;

    Destinations(WebhookSettings settings) {
        this.allowLocal = settings.allowLocal();
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }

    boolean allowsLocal() {
        return allowLocal;
    }

    boolean allow(InetAddress address) {
        var bytes = plain(address.getAddress());
        return isPublic(bytes) || (allowLocal && isIn(LOOPBACK, bytes));
    }

    private static boolean isPublic(byte[] address) {
        return address.length == IPV4_BYTES
                ? !isIn(NOT_PUBLIC_IPV4, address)
                : PUBLIC_IPV6.contains(address) && !isIn(NOT_PUBLIC_IPV6, address);
    }

    private static byte[] plain(byte[] address) {
        return isIn(EMBEDDING_IPV4, address)
                ? Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length)
                : address;
    }

    private static boolean isIn(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
