package de.dolmetscherhotline.platform;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Which part of the internet a request comes from, for counting what strangers do. What a proxy says about its client is
 * believed of our own proxies only.
 */
@Component
public class ClientNetwork {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int BYTES_OF_4 = 3;
    private static final int BYTES_OF_6 = 6;

    private final Set<String> proxies;

    ClientNetwork(Settings settings) {
        this.proxies = settings.proxies().stream()
                .map(ClientNetwork::configured)
                .map(HexFormat.of()::formatHex)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The network of the client: addresses that belong to one household or office are alike. */
    public String of(ServerHttpRequest request) {
        var direct = Optional.ofNullable(request.getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .map(InetAddress::getAddress);
        return direct.filter(this::isProxy)
                .flatMap(proxy -> saidByProxy(request.getHeaders().getFirst(FORWARDED_FOR)))
                .or(() -> direct)
                .map(ClientNetwork::network)
                .orElse("");
    }

    /** The last one is whom our proxy saw; what stands before it anybody may have written. */
    private static Optional<byte[]> saidByProxy(@Nullable String forwardedFor) {
        return Optional.ofNullable(forwardedFor)
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .map(NetUtil::createByteArrayFromIpAddressString);
    }

    private boolean isProxy(byte[] address) {
        return proxies.contains(HexFormat.of().formatHex(address));
    }

    private static String network(byte[] address) {
        int common = address.length == 4 ? BYTES_OF_4 : BYTES_OF_6;
        return HexFormat.of().formatHex(Arrays.copyOf(address, common));
    }

    private static byte[] configured(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            throw new IllegalArgumentException("hotline.proxies: not an IP address: " + address);
        }
        return bytes;
    }

    /**
     * Who forwards requests to us.
     *
     * @param proxies their IP addresses
     */
    @ConfigurationProperties("hotline")
    record Settings(@DefaultValue({"127.0.0.1", "::1"}) List<String> proxies) {}
}
