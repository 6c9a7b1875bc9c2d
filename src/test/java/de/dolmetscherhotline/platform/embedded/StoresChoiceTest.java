package de.dolmetscherhotline.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StoresChoiceTest {

    private static final String DATABASE = "r2dbc:postgresql://db.example/hotline";
    private static final String REDIS = "redis://redis.example";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void withNothingConfiguredTheLocalProfileIsActive() {
        ConfigurableEnvironment environment = chosen(Map.of());
        assertThat(environment.getActiveProfiles()).containsExactly("local");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("hotline.local.demo")).isEqualTo("true");
        assertThat(environment.getProperty("spring.flyway.url")).isNull();
    }

    /** With the placeholders of {@code application.yaml}. */
    @Test
    void theDemonstrationDialsTheSimulatedNetworkAndNothingElseDoes() {
        var demo = "${HOTLINE_DEMO:${hotline.local.demo:false}}";
        var apiUrl = "${HOTLINE_TWILIO_API_URL:${hotline.local.telephone-network:https://api.twilio.com}}";

        var local = chosen(Map.of("hotline.demo", demo, "hotline.twilio.api-url", apiUrl, "server.port", "8081"));
        assertThat(local.getProperty("hotline.demo")).isEqualTo("true");
        assertThat(local.getProperty("hotline.twilio.api-url")).isEqualTo("http://127.0.0.1:8081/simulator/rest");

        var empty = chosen(Map.of("HOTLINE_DEMO", "false", "hotline.demo", demo, "hotline.twilio.api-url", apiUrl));
        assertThat(empty.getProperty("hotline.twilio.api-url")).isEqualTo("https://api.twilio.com");
    }

    @Test
    void withBothStoresConfiguredOnlyKeysAreMadeUpAndThatIsKnown() throws IOException {
        ConfigurableEnvironment environment =
                chosen(Map.of(StoresChoice.R2DBC_URL, DATABASE, StoresChoice.REDIS_URL, REDIS));
        assertThat(environment.getProperty(StoresChoice.DATA_KEYS)).matches("local:[A-Za-z0-9+/]{43}=");
        assertThat(environment.getProperty("hotline.keys.kept-in"))
                .isEqualTo(directory.toAbsolutePath().toString());
        assertThat(environment.getActiveProfiles()).isEmpty();
        assertThat(environment.getProperty("server.address")).isNull();
        assertThat(environment.getProperty("hotline.api-key")).isNull();
        try (var files = Files.list(directory)) {
            assertThat(files)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsExactlyInAnyOrder("data-keys", "index-keys");
        }
    }

    @Test
    void withBothStoresAndKeysConfiguredNothingIsMadeUp() throws IOException {
        ConfigurableEnvironment environment = chosen(Map.of(
                StoresChoice.R2DBC_URL, DATABASE, StoresChoice.REDIS_URL, REDIS, StoresChoice.DATA_KEYS, "of ours"));
        assertThat(environment.getProperty(StoresChoice.INDEX_KEYS)).isNull();
        assertThat(environment.getProperty("hotline.keys.kept-in")).isNull();
        assertThat(environment.getActiveProfiles()).isEmpty();
        assertThat(environment.getProperty("server.address")).isNull();
        assertThat(environment.getProperty("hotline.api-key")).isNull();
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void oneStoreWithoutTheOtherIsRefused() {
        for (Map<String, String> half : List.of(
                Map.of(StoresChoice.R2DBC_URL, DATABASE),
                Map.of(StoresChoice.REDIS_URL, REDIS),
                Map.of(StoresChoice.R2DBC_URL, DATABASE, StoresChoice.REDIS_URL, ""))) {
            assertThatExceptionOfType(StartupRefused.class)
                    .isThrownBy(() -> chosen(half))
                    .withMessageContaining("Only one of the two stores");
        }
    }

    @Test
    void migrationsFollowTheConfiguredDatabase() {
        ConfigurableEnvironment environment = chosen(Map.of(
                StoresChoice.R2DBC_URL,
                DATABASE,
                "spring.r2dbc.username",
                "anna",
                "spring.r2dbc.password",
                "s3cret",
                StoresChoice.REDIS_URL,
                REDIS));
        assertThat(environment.getProperty("spring.flyway.url")).isEqualTo("jdbc:postgresql://db.example:5432/hotline");
        assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("anna");
        assertThat(environment.getProperty("spring.flyway.password")).isEqualTo("s3cret");
    }

    @Test
    void migrationsWithAnAddressOfTheirOwnKeepIt() {
        ConfigurableEnvironment environment = chosen(Map.of(
                StoresChoice.R2DBC_URL, DATABASE, StoresChoice.REDIS_URL, REDIS, "spring.flyway.url", "jdbc:own"));
        assertThat(environment.getProperty("spring.flyway.url")).isEqualTo("jdbc:own");
        assertThat(environment.getProperty("spring.flyway.user")).isNull();
    }

    @Test
    void secretsAreMadeUpOnceAndKeptForTheirOwnerOnly() throws IOException {
        ConfigurableEnvironment first = chosen(Map.of("hotline.api-key", ""));
        ConfigurableEnvironment second = chosen(Map.of());
        for (String secret : List.of(
                "hotline.api-key",
                "hotline.keys.data",
                "hotline.keys.index",
                "hotline.twilio.account-sid",
                "hotline.twilio.auth-token")) {
            assertThat(first.getProperty(secret))
                    .hasSizeGreaterThanOrEqualTo(32)
                    .isEqualTo(second.getProperty(secret));
        }
        assertThat(first.getProperty("hotline.keys.data")).matches("local:[A-Za-z0-9+/]{43}=");
        assertThat(first.getProperty("hotline.keys.index"))
                .matches("local:[A-Za-z0-9+/]{43}=")
                .isNotEqualTo(first.getProperty("hotline.keys.data"));
        assertThat(first.getProperty("hotline.twilio.account-sid")).matches("AC[0-9a-f]{32}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("api-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsConfiguredIsNotReplaced() {
        ConfigurableEnvironment environment = chosen(
                Map.of("hotline.api-key", "mine", "server.address", "0.0.0.0", "hotline.twilio.auth-token", "t"));
        assertThat(environment.getProperty("hotline.api-key")).isEqualTo("mine");
        assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
        assertThat(environment.getProperty("hotline.twilio.auth-token")).isEqualTo("t");
        assertThat(directory.resolve("api-key")).doesNotExist();
    }

    private ConfigurableEnvironment chosen(Map<String, String> configured) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        var settings = new HashMap<String, Object>(configured);
        settings.put(StoresChoice.DIRECTORY, directory.toString());
        environment.getPropertySources().addLast(new MapPropertySource("configured", settings));
        new StoresChoice().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
