package de.dolmetscherhotline.platform;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long anything in PostgreSQL may take, whichever PostgreSQL it is. Migrations have a connection of their own. */
@Configuration(proxyBeanMethods = false)
class DatabaseLimits {

    @Bean
    ConnectionFactoryOptionsBuilderCustomizer limitedConnections(Times times) {
        return options -> options.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, times.connect())
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                .option(
                        PostgresqlConnectionFactoryProvider.OPTIONS,
                        Map.of(
                                "statement_timeout", millis(times.statement()),
                                "lock_timeout", millis(times.lock()),
                                "idle_in_transaction_session_timeout", millis(times.idleInTransaction())));
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    /**
     * Times after which PostgreSQL itself gives up; all below Twilio's 15 s.
     *
     * @param connect until the server takes the connection
     * @param statement the longest that one statement may take
     * @param lock the longest wait for a row that another transaction holds: normally some milliseconds
     * @param idleInTransaction after which a process that was cut off loses the rows that it holds
     */
    @ConfigurationProperties("hotline.database")
    record Times(
            @DefaultValue("2s") Duration connect,
            @DefaultValue("5s") Duration statement,
            @DefaultValue("3s") Duration lock,
            @DefaultValue("10s") Duration idleInTransaction) {}
}
