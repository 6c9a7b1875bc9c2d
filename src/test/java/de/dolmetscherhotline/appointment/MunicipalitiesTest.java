package de.dolmetscherhotline.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import de.dolmetscherhotline.appointment.MunicipalitySettings.Entry;
import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class MunicipalitiesTest {

    private static final double UNKNOWN = Double.POSITIVE_INFINITY;

    private static Municipalities builtIn() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("municipalities", new ClassPathResource("config/municipalities.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return new Municipalities(Binder.get(environment)
                .bind("hotline", Bindable.of(MunicipalitySettings.class))
                .get());
    }

    @ParameterizedTest
    @CsvSource({
        "Helmstedt, Schöningen, 10.4",
        "Schöningen, Helmstedt, 10.4",
        "Königslutter, Lehre, 13.4",
        "Wolfsburg, Magdeburg, 65.4",
        "Stadt Helmstedt, Samtgemeinde Velpke, 20.6",
        "' helmstedt', HELMSTEDT, 0",
        "Nirgendwo, Gemeinde Nirgendwo, 0"
    })
    void theDistanceIsThatOfTheCrow(String from, String to, double kilometres) throws IOException {
        assertThat(builtIn().kilometres(from, to)).isCloseTo(kilometres, within(0.5));
    }

    @Test
    void fromHelmstedtOnesNeighboursAreNearest() throws IOException {
        var municipalities = builtIn();

        assertThat(Stream.of("Gifhorn", "Velpke", "Helmstedt", "Grasleben", "Königslutter am Elm")
                        .sorted((one, other) -> Double.compare(
                                municipalities.kilometres(one, "Helmstedt"),
                                municipalities.kilometres(other, "Helmstedt"))))
                .containsExactly("Helmstedt", "Grasleben", "Königslutter am Elm", "Velpke", "Gifhorn");
    }

    @Test
    void whatIsNotInTheListIsFarFromAllOthers() throws IOException {
        assertThat(builtIn().kilometres("Nirgendwo", "Helmstedt")).isEqualTo(UNKNOWN);
        assertThat(builtIn().kilometres("Helmstedt", "Nirgendwo")).isEqualTo(UNKNOWN);
        assertThat(builtIn().kilometres(null, "Helmstedt")).isEqualTo(UNKNOWN);
    }

    @Test
    void withoutAListOnlyTheSameNameIsNear() {
        assertThat(of().kilometres("Lehre", "lehre")).isZero();
        assertThat(of().kilometres("Lehre", "Velpke")).isEqualTo(UNKNOWN);
    }

    @Test
    void aListThatCannotBeRightKeepsTheApplicationFromStarting() {
        refuses("one has no name", entry(" ", 52.0, 11.0));
        refuses("Lehre has no latitude", entry("Lehre", null, 10.7));
        refuses("Lehre has no latitude", entry("Lehre", 90.1, 10.7));
        refuses("Lehre has no latitude", entry("Lehre", Double.NaN, 10.7));
        refuses("Lehre has no longitude", entry("Lehre", 52.3, null));
        refuses("Lehre has no longitude", entry("Lehre", 52.3, -180.1));
        refuses("lehre appears twice", entry("Lehre", 52.3, 10.7), entry("lehre", 52.0, 10.7));
        refuses(
                "Gemeinde Lehre appears twice",
                entry("Lehre", 52.3, 10.7),
                new Entry("Wendhausen", List.of("Gemeinde Lehre"), 52.0, 10.7));
    }

    private static void refuses(String problem, Entry... entries) {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> of(entries))
                .withMessageContaining(problem);
    }

    private static Municipalities of(Entry... entries) {
        return new Municipalities(new MunicipalitySettings(List.of(entries)));
    }

    private static Entry entry(String name, @Nullable Double latitude, @Nullable Double longitude) {
        return new Entry(name, List.of(), latitude, longitude);
    }
}
