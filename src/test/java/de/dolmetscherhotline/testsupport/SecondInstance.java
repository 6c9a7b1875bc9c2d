package de.dolmetscherhotline.testsupport;

import de.dolmetscherhotline.work.Worker;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/** A second application on the stores, the telephone network and the time of another one. */
public final class SecondInstance implements AutoCloseable {

    private final VirtualApplication application;

    private SecondInstance(VirtualApplication application) {
        this.application = application;
    }

    public static SecondInstance beside(R2dbcConnectionDetails database, DataRedisConnectionDetails redis) {
        var options = database.getConnectionFactoryOptions();
        var address = "r2dbc:postgresql://127.0.0.1:%s/%s"
                .formatted(
                        options.getValue(ConnectionFactoryOptions.PORT),
                        options.getValue(ConnectionFactoryOptions.DATABASE));
        var redisPort = Objects.requireNonNull(redis.getStandalone()).getPort();
        return new SecondInstance(VirtualApplication.start(Map.of(
                "spring.r2dbc.url",
                address,
                "spring.r2dbc.username",
                String.valueOf(options.getValue(ConnectionFactoryOptions.USER)),
                "spring.data.redis.url",
                "redis://127.0.0.1:" + redisPort,
                "spring.flyway.enabled",
                "false",
                "hotline.twilio.calls-per-second",
                Integer.toString(TestTelephony.CALLS_PER_SECOND),
                "hotline.twilio.api-url",
                TestTelephony.apiUrl())));
    }

    public URI here(URI url) {
        return application.here(url);
    }

    public Worker worker() {
        return application.worker();
    }

    @Override
    public void close() {
        application.close();
    }
}
