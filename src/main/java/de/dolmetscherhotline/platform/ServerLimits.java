package de.dolmetscherhotline.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerState;

/**
 * What a client may take of us, beyond the sizes that {@code application.yaml} sets: connections, and time to say what it
 * wants. A connection that is one too many, or says nothing whole in time, is closed.
 */
@Component
class ServerLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final AttributeKey<Boolean> HAS_ASKED = AttributeKey.valueOf("hotline.has-asked");

    private final Limits limits;
    private final AtomicInteger open = new AtomicInteger();

    ServerLimits(Limits limits, MeterRegistry metrics) {
        this.limits = limits;
        Gauge.builder("hotline.http.connections", open::get)
                .description("Open connections to the server")
                .register(metrics);
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::limit);
    }

    HttpServer limit(HttpServer server) {
        return server.requestTimeout(limits.requestTime()).childObserve(this::observe);
    }

    private void observe(Connection connection, ConnectionObserver.State state) {
        if (state.equals(ConnectionObserver.State.CONNECTED)) {
            admit(connection);
        } else if (state.equals(HttpServerState.REQUEST_RECEIVED)) {
            connection.channel().attr(HAS_ASKED).set(true);
        }
    }

    private void admit(Connection connection) {
        connection.onDispose(open::decrementAndGet);
        if (open.incrementAndGet() > limits.connections()) {
            connection.dispose();
        } else {
            closeUnlessItAsks(connection);
        }
    }

    private void closeUnlessItAsks(Connection connection) {
        var deadline = connection
                .channel()
                .eventLoop()
                .schedule(() -> closeIfSilent(connection), limits.requestTime().toMillis(), TimeUnit.MILLISECONDS);
        connection.onDispose(() -> deadline.cancel(false));
    }

    private static void closeIfSilent(Connection connection) {
        if (!connection.channel().hasAttr(HAS_ASKED)) {
            connection.dispose();
        }
    }

    /**
     * Limits of the server.
     *
     * @param connections at most at once; what is more is closed
     * @param requestTime until the head of the first request, and the body of each, must have come
     */
    @ConfigurationProperties("hotline.http")
    record Limits(
            @DefaultValue("1000") int connections,
            @DefaultValue("10s") Duration requestTime) {}
}
