package de.dolmetscherhotline.call.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole flow as a table that can be read. When a change of the table is meant, draw it anew with
 * {@code ./mvnw test -Dtest=TransitionMapTest -Dtransition-map.draw=true} and review the difference.
 */
class TransitionMapTest {

    private static final Path RECORDED = Path.of("src/test/resources/call/flow/transition-map.txt");

    private static final TransitionMap MAP = TransitionMap.drawn();

    @BeforeAll
    static void drawIfAsked() throws IOException {
        if (Boolean.getBoolean("transition-map.draw")) {
            Files.createDirectories(RECORDED.getParent());
            Files.write(RECORDED, MAP.lines());
        }
    }

    @Test
    void everyStateIsShownEveryEvent() {
        assertThat(MAP.visited()).containsExactlyInAnyOrderElementsOf(TransitionMap.allCells());
    }

    @Test
    void everyCellIsAsRecorded() throws IOException {
        var recorded = new LinkedHashSet<>(Files.readAllLines(RECORDED));
        var drawn = new LinkedHashSet<>(MAP.lines());
        assertThat(drawn)
                .filteredOn(line -> !recorded.contains(line))
                .as("cells that are new or answer differently")
                .isEmpty();
        assertThat(recorded)
                .filteredOn(line -> !drawn.contains(line))
                .as("recorded cells that are gone or answer differently")
                .isEmpty();
    }
}
