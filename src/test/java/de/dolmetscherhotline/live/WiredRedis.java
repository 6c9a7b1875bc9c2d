package de.dolmetscherhotline.live;

import de.dolmetscherhotline.testsupport.Wire;
import io.lettuce.core.ClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** The Redis of the test at the end of a wire, with a connection for each process that the test plays. */
final class WiredRedis implements AutoCloseable {

    final Wire wire;
    private final List<LettuceConnectionFactory> connections = new ArrayList<>();

    private WiredRedis(Wire wire) {
        this.wire = wire;
    }

    static WiredRedis at(int port) throws IOException {
        return new WiredRedis(Wire.to(port));
    }

    /** By which Redis knows these connections. */
    String name() {
        return "wired-" + wire.port();
    }

    ReactiveStringRedisTemplate connect() {
        var options = ClientOptions.builder();
        new RedisConfiguration().failAtOnceWhileDisconnected().customize(options);
        var connection = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", wire.port()),
                LettuceClientConfiguration.builder()
                        .clientName(name())
                        .commandTimeout(Duration.ofSeconds(1))
                        .clientOptions(options.build())
                        .build());
        connection.afterPropertiesSet();
        connection.start();
        connections.add(connection);
        return new ReactiveStringRedisTemplate(connection);
    }

    @Override
    public void close() throws IOException {
        connections.forEach(LettuceConnectionFactory::destroy);
        wire.close();
    }
}
