package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first and the last address of everything that is not public, and the neighbours that are. */
class DestinationsTest {

    private final Destinations production = new Destinations(new WebhookSettings(false));
    private final Destinations local = new Destinations(new WebhookSettings(true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.0",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.192",
                "192.0.0.255",
                "192.0.2.0",
                "192.0.2.255",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "192.175.48.1",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.0",
                "198.51.100.255",
                "203.0.113.0",
                "203.0.113.255",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::808:808",
                "64:ff9b::a00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001::1",
                "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db8::",
                "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
                "2002::1",
                "2002:7f00:1::1",
                "2620:4f:8000::1",
                "3fff::1",
                "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
                "4000::",
                "5f00::1",
                "fc00::",
                "fd00:ec2::254",
                "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "fe80::",
                "fe80::1",
                "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "fec0::1",
                "ff00::",
                "ff02::1",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    void nothingGoesToAnAddressThatIsNotReachableFromEverywhere(String address) {
        assertThat(production.allow(parsed(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2001:200::",
                "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db9::",
                "2003::1",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "3fff:1000::",
                "64:ff9b::808:808"
            })
    void publicAddressesAreAllowed(String address) {
        assertThat(production.allow(parsed(address))).isTrue();
        assertThat(local.allow(parsed(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.1.1", "0.0.0.0", "224.0.0.1"})
    void addressThatIsMappedIntoIpv6IsWhatItWasBefore(String address) throws UnknownHostException {
        assertThat(production.allow(mapped(address))).isFalse();
        assertThat(production.allow(mapped("8.8.8.8"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1"})
    void loopbackIsForTrials(String address) {
        assertThat(local.allow(parsed(address))).isTrue();
        assertThat(production.allow(parsed(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "192.168.0.1", "0.0.0.0", "fe80::1", "fd00::1", "::"})
    void trialsReachNoFurther(String address) {
        assertThat(local.allow(parsed(address))).isFalse();
    }

    private static InetAddress parsed(String address) {
        return Objects.requireNonNull(NetUtil.createInetAddressFromIpAddressString(address), address);
    }

    /** In the form of IPv6, which Java would take apart by itself without a scope. */
    private static InetAddress mapped(String ipv4) throws UnknownHostException {
        var bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        System.arraycopy(parsed(ipv4).getAddress(), 0, bytes, 12, 4);
        return Inet6Address.getByAddress("mapped", bytes, 0);
    }
}
