package de.dolmetscherhotline.platform.embedded;

import de.dolmetscherhotline.platform.StartupRefused;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where migrations connect: the database of an R2DBC URL, in the words of JDBC. */
record JdbcAddress(
        String url, @Nullable String user, @Nullable String password) {

    private static final Option<String> SSL_MODE = Option.valueOf("sslMode");
    private static final int DEFAULT_PORT = 5432;

    /** @throws StartupRefused if the URL does not name a PostgreSQL database */
    static JdbcAddress of(String r2dbcUrl) {
        ConnectionFactoryOptions options = parsed(r2dbcUrl);
        String driver = text(options, ConnectionFactoryOptions.DRIVER);
        String protocol = text(options, ConnectionFactoryOptions.PROTOCOL);
        String host = text(options, ConnectionFactoryOptions.HOST);
        String database = text(options, ConnectionFactoryOptions.DATABASE);
        boolean postgres = isPostgres(driver) || ("pool".equals(driver) && isPostgres(protocol));
        if (!postgres || host == null || database == null) {
            throw refused();
        }
        return new JdbcAddress(
                "jdbc:postgresql://" + host + ":" + port(options) + "/" + database + sslQuery(options),
                text(options, ConnectionFactoryOptions.USER),
                text(options, ConnectionFactoryOptions.PASSWORD));
    }

    private static ConnectionFactoryOptions parsed(String r2dbcUrl) {
        try {
            return ConnectionFactoryOptions.parse(r2dbcUrl);
        } catch (IllegalArgumentException malformed) {
            throw refused();
        }
    }

    private static boolean isPostgres(@Nullable String driver) {
        return "postgresql".equals(driver) || "postgres".equals(driver);
    }

    private static String port(ConnectionFactoryOptions options) {
        String port = text(options, ConnectionFactoryOptions.PORT);
        return port == null ? Integer.toString(DEFAULT_PORT) : port;
    }

    private static String sslQuery(ConnectionFactoryOptions options) {
        String mode = text(options, SSL_MODE);
        if (mode != null) {
            return "?sslmode=" + mode.toLowerCase(Locale.ROOT);
        }
        return "true".equals(text(options, ConnectionFactoryOptions.SSL)) ? "?sslmode=verify-full" : "";
    }

    private static @Nullable String text(ConnectionFactoryOptions options, Option<?> option) {
        Object value = options.getValue(option);
        return value == null ? null : value.toString();
    }

    /** Names no part of the URL: it may carry a password. */
    private static StartupRefused refused() {
        return new StartupRefused(
                "spring.r2dbc.url is not the address of a PostgreSQL database.",
                "Set SPRING_R2DBC_URL in the form r2dbc:postgresql://host:5432/database.");
    }

    @Override
    public String toString() {
        return "JdbcAddress";
    }
}
