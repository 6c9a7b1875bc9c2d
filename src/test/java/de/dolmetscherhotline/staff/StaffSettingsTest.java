package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** What holds for the dashboard of an installation that sets nothing. */
class StaffSettingsTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void everyRoleNeedsASecondFactor() throws IOException {
        assertThat(settings().secondFactorFor()).containsExactlyInAnyOrder(Role.values());
        addApplicationYaml();
        assertThat(settings().secondFactorFor()).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void theDemonstrationCanLetEverybodyInWithoutOne() throws IOException {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("demonstration", Map.of("hotline.local.second-factor-for", "")));
        addApplicationYaml();
        assertThat(settings().secondFactorFor()).isEmpty();
    }

    private void addApplicationYaml() throws IOException {
        new YamlPropertySourceLoader()
                .load("application.yaml", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
    }

    private StaffSettings settings() {
        return Binder.get(environment).bindOrCreate("hotline.dashboard", StaffSettings.class);
    }
}
