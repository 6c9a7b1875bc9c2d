package de.dolmetscherhotline.webhook;

import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The way to receivers: connections, a thread and a look at names of its own. Redirects are not followed, as they may lead
 * anywhere.
 */
@Component
final class ReceiverConnections implements DisposableBean {

    private static final Duration LOOKING_UP = Duration.ofSeconds(2);
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration ANSWERING = Duration.ofSeconds(5);

    private final ConnectionProvider pool = ConnectionProvider.builder("webhook")
            .maxConnections(Lanes.OF_ONE)
            .pendingAcquireTimeout(CONNECTING)
            .maxIdleTime(Duration.ofSeconds(10))
            .evictInBackground(Duration.ofSeconds(30))
            .build();

    private final LoopResources thread = LoopResources.create("webhook", 1, true);
    private final AddressResolverGroup<InetSocketAddress> names;
    private final HttpClient client;

    @Autowired
    ReceiverConnections(Destinations destinations) {
        this(destinations, publicNames(), ANSWERING);
    }

    /** Without native transport: names are looked up with Java's. */
    ReceiverConnections(Destinations destinations, AddressResolverGroup<InetSocketAddress> names, Duration answering) {
        this.names = names;
        this.client = HttpClient.create(pool)
                .runOn(thread, false)
                .resolver(new CheckedResolver(names, destinations))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECTING.toMillis()))
                .responseTimeout(answering)
                .followRedirect(false);
    }

    private static AddressResolverGroup<InetSocketAddress> publicNames() {
        return new DnsAddressResolverGroup(new DnsNameResolverBuilder()
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .queryTimeoutMillis(LOOKING_UP.toMillis()));
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void destroy() {
        pool.dispose();
        names.close();
        thread.dispose();
    }
}
