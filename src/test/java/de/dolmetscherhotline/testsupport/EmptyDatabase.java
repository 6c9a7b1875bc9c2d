package de.dolmetscherhotline.testsupport;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Integration tests start with an empty database, even where an earlier run left its own behind. */
@TestConfiguration(proxyBeanMethods = false)
class EmptyDatabase {

    @Bean
    FlywayMigrationStrategy cleanThenMigrate() {
        return EmptyDatabase::cleanThenMigrate;
    }

    private static void cleanThenMigrate(Flyway flyway) {
        flyway.clean();
        flyway.migrate();
    }
}
