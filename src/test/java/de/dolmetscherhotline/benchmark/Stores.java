package de.dolmetscherhotline.benchmark;

import io.r2dbc.spi.ConnectionFactories;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import redis.embedded.RedisServer;

/** One PostgreSQL and one Redis for several instances: they belong to nobody who is killed. */
final class Stores implements AutoCloseable {

    private static final String DATABASE = "postgres";

    private final EmbeddedPostgres postgres;
    private final RedisServer redis;
    private final DatabaseClient database;

    private Stores(EmbeddedPostgres postgres, RedisServer redis) {
        this.postgres = postgres;
        this.redis = redis;
        this.database = DatabaseClient.create(ConnectionFactories.get(
                "r2dbc:postgresql://" + DATABASE + "@127.0.0.1:" + postgres.getPort() + "/" + DATABASE));
    }

    static Stores start(Path directory) throws IOException {
        var postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Files.createDirectories(directory.resolve("binaries")).toFile())
                .setDataDirectory(directory.resolve("data"))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "80")
                .setServerConfig("fsync", "off")
                .start();
        var redis = RedisServer.builder()
                .bind("127.0.0.1")
                .port(freePort())
                .setting("save \"\"")
                .build();
        redis.start();
        return new Stores(postgres, redis);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The application's settings for these stores. */
    Map<String, String> settings() {
        return Map.of(
                "spring.r2dbc.url", "r2dbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE,
                "spring.r2dbc.username", DATABASE,
                "spring.data.redis.url", "redis://127.0.0.1:" + redis.ports().getFirst());
    }

    List<Map<String, Object>> rows(String sql) {
        return database.sql(sql).fetch().all().collectList().blockOptional().orElse(List.of());
    }

    long number(String sql) {
        return database.sql(sql).mapValue(Long.class).one().blockOptional().orElse(0L);
    }

    @Override
    public void close() throws IOException {
        redis.stop();
        postgres.close();
    }
}
