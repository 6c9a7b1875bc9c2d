package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientNetworkTest {

    private final ClientNetwork networks = new ClientNetwork(new ClientNetwork.Settings(List.of("127.0.0.1", "::1")));

    @Test
    void neighboursBelongToOneNetwork() {
        assertThat(of("203.0.113.1")).isEqualTo(of("203.0.113.254")).isNotEqualTo(of("203.0.114.1"));
        assertThat(of("2001:db8:1:1::1")).isEqualTo(of("2001:db8:1:2::9")).isNotEqualTo(of("2001:db8:2:1::1"));
    }

    @Test
    void whatOurProxySawLastIsBelieved() {
        assertThat(of("127.0.0.1", "198.51.100.1, 203.0.113.7")).isEqualTo(of("203.0.113.9"));
        assertThat(of("::1", "2001:db8:1::5")).isEqualTo(of("2001:db8:1::6"));
    }

    @Test
    void whatStrangersSayAboutThemselvesIsNot() {
        assertThat(of("198.51.100.1", "203.0.113.7")).isEqualTo(of("198.51.100.9"));
    }

    @Test
    void nonsenseCountsForTheProxy() {
        assertThat(of("127.0.0.1", "unknown")).isEqualTo(of("127.0.0.1"));
        assertThat(of("127.0.0.1", "")).isEqualTo(of("127.0.0.1"));
    }

    @Test
    void aProxyHasAnAddress() {
        var settings = new ClientNetwork.Settings(List.of("proxy.example.org"));
        assertThatThrownBy(() -> new ClientNetwork(settings)).isInstanceOf(IllegalArgumentException.class);
    }

    private String of(String direct) {
        return networks.of(request(direct).build());
    }

    private String of(String direct, String forwardedFor) {
        return networks.of(
                request(direct).header("X-Forwarded-For", forwardedFor).build());
    }

    private static MockServerHttpRequest.BaseBuilder<?> request(String direct) {
        try {
            return MockServerHttpRequest.get("/")
                    .remoteAddress(new InetSocketAddress(InetAddress.getByName(direct), 1));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
