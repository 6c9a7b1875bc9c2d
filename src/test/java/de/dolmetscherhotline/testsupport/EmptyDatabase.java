package de.dolmetscherhotline.testsupport;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;

/** Integration tests start with an empty database and nothing counted, even where an earlier run left its own behind. */
@TestConfiguration(proxyBeanMethods = false)
class EmptyDatabase {

    @Bean
    FlywayMigrationStrategy cleanThenMigrate() {
        return EmptyDatabase::cleanThenMigrate;
    }

    @Bean
    SmartInitializingSingleton emptyRedis(ReactiveRedisConnectionFactory redis) {
        return () -> redis.getReactiveConnection().serverCommands().flushAll().block();
    }

    private static void cleanThenMigrate(Flyway flyway) {
        flyway.clean();
        flyway.migrate();
    }
}
