package de.dolmetscherhotline.platform.embedded;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.StringUtils;

/**
 * Real PostgreSQL and real Redis, started with the application and ended with it, on loopback only, in profile
 * {@code local} and only if no others are configured. What they store is kept in {@code hotline.local.directory},
 * survives {@code kill -9}, and belongs to one running application at a time.
 */
@Configuration(proxyBeanMethods = false)
@Profile(StoresChoice.LOCAL)
@Conditional(EmbeddedStores.NoOthersConfigured.class)
class EmbeddedStores {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStores.class);
    private static final String DATABASE = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    LocalDirectory localDirectory(@Value("${" + StoresChoice.DIRECTORY + ":.local}") Path directory)
            throws IOException {
        return LocalDirectory.lock(directory);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(LocalDirectory directory) throws IOException {
        Path home = Files.createDirectories(directory.path().resolve("postgres"));
        Path data = home.resolve("data");
        LeftBehind.end(data.resolve("postmaster.pid"), directory.path());
        Path complete = data.resolve("hotline-complete");
        discardIfIncomplete(data, complete);
        // The working directory is our own: below the library's default one, old data directories are deleted.
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setPGStartupWait(PATIENCE)
                .start();
        Files.writeString(complete, "");
        LOG.info("Embedded PostgreSQL listens on 127.0.0.1:{}, data in {}", postgres.getPort(), data);
        return postgres;
    }

    /** A first start that was interrupted leaves a database that PostgreSQL cannot use and that never held anything. */
    private static void discardIfIncomplete(Path data, Path complete) throws IOException {
        if (!Files.exists(complete)) {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    @Bean
    EmbeddedRedis embeddedRedis(LocalDirectory directory) throws IOException {
        EmbeddedRedis redis = EmbeddedRedis.start(directory.path());
        LOG.info("Embedded Redis listens on 127.0.0.1:{}", redis.port());
        return redis;
    }

    @Bean
    R2dbcConnectionDetails embeddedDatabase(EmbeddedPostgres postgres) {
        return () -> ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                .option(ConnectionFactoryOptions.HOST, "127.0.0.1")
                .option(ConnectionFactoryOptions.PORT, postgres.getPort())
                .option(ConnectionFactoryOptions.DATABASE, DATABASE)
                .option(ConnectionFactoryOptions.USER, DATABASE)
                .build();
    }

    @Bean
    MigrationsConnection embeddedMigrations(EmbeddedPostgres postgres) {
        return new MigrationsConnection(postgres.getPort());
    }

    @Bean
    DataRedisConnectionDetails embeddedRedisConnection(EmbeddedRedis redis) {
        return new DataRedisConnectionDetails() {
            @Override
            public Standalone getStandalone() {
                return Standalone.of("127.0.0.1", redis.port());
            }
        };
    }

    /** Boot runs migrations only if the same bean is also the one for JDBC. */
    record MigrationsConnection(int port) implements FlywayConnectionDetails, JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return DATABASE;
        }

        @Override
        public @Nullable String getPassword() {
            return null;
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        }

        @Override
        public String getDriverClassName() {
            return "org.postgresql.Driver";
        }
    }

    static final class NoOthersConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty(StoresChoice.R2DBC_URL));
        }
    }
}
