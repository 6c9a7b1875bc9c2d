package de.dolmetscherhotline.testsupport;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.r2dbc.core.DatabaseClient;

/** An empty database on the server of the shared application, for tests that would not leave that one as they found it. */
public final class OwnDatabase implements AutoCloseable {

    private final DatabaseClient server;
    private final JdbcConnectionDetails details;
    private final String name = "own_" + UUID.randomUUID().toString().replace('-', '_');
    private final ConnectionPool connections;

    private OwnDatabase(DatabaseClient server, JdbcConnectionDetails details) {
        this.server = server;
        this.details = details;
        var factory = ConnectionFactories.get(address().replace("//", "//" + user() + "@"));
        this.connections = new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(4)
                .build());
    }

    /**
     * Creates it.
     *
     * @param server any database of the server
     * @param details where the server is
     */
    public static OwnDatabase create(DatabaseClient server, JdbcConnectionDetails details) {
        var own = new OwnDatabase(server, details);
        server.sql("create database " + own.name).then().block();
        return own;
    }

    public DatabaseClient client() {
        return DatabaseClient.create(connections);
    }

    /** Migrations in SQL and these in Java; up to this version, or {@code latest}. */
    public void migrate(String version, JavaMigration... migrations) {
        Flyway.configure()
                .dataSource(details.getJdbcUrl().replaceFirst("/[^/]+$", "/" + name), user(), null)
                .javaMigrations(migrations)
                .target(version)
                .load()
                .migrate();
    }

    public void sql(String... statements) {
        for (String statement : statements) {
            client().sql(statement).then().block();
        }
    }

    /** The first column of all rows, as text. */
    public List<String> texts(String query) {
        return client().sql(query)
                .map(row -> String.valueOf(row.get(0)))
                .all()
                .collectList()
                .blockOptional()
                .orElse(List.of());
    }

    /** Settings of an application on this database and this Redis. */
    public Map<String, String> settings(int redisPort) {
        var settings = new HashMap<String, String>();
        settings.put("spring.r2dbc.url", address());
        settings.put("spring.r2dbc.username", user());
        settings.put("spring.data.redis.url", "redis://127.0.0.1:" + redisPort);
        settings.put("server.address", "127.0.0.1");
        settings.put("hotline.twilio.api-url", TestTelephony.apiUrl());
        return settings;
    }

    private String address() {
        return details.getJdbcUrl().replaceFirst("^jdbc:", "r2dbc:").replaceFirst("/[^/]+$", "/" + name);
    }

    private String user() {
        return String.valueOf(details.getUsername());
    }

    /** What of these texts stands in any column of any table, each with the name of the table. */
    public static List<String> findAnywhere(DatabaseClient client, Collection<String> texts) {
        var found = new ArrayList<String>();
        for (String table : tables(client)) {
            for (String text : texts) {
                if (contains(client, table, text)) {
                    found.add(table + ": " + text);
                }
            }
        }
        return found;
    }

    /** Bytes are looked at in the form in which PostgreSQL prints them. */
    private static boolean contains(DatabaseClient client, String table, String text) {
        return Boolean.TRUE.equals(
                client.sql("select exists (select from " + table + " t where t::text like '%' || :text || '%'"
                                + " or t::text like '%' || encode(convert_to(:text, 'UTF8'), 'hex') || '%')")
                        .bind("text", text)
                        .mapValue(Boolean.class)
                        .one()
                        .block());
    }

    private static List<String> tables(DatabaseClient client) {
        return client.sql("select format('%I', table_name) from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    @Override
    public void close() {
        connections.dispose();
        server.sql("drop database " + name + " with (force)").then().block();
    }
}
