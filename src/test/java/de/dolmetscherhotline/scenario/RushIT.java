package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fifty callers, ten interpreters, one instant. */
class RushIT extends RushScript {

    @Test
    void fiftyCallersAgainstTenInterpreters() {
        rush(50, 10);

        assertThat(conversationsAfterAll())
                .as("each interpreter talks, rests and talks again before the last one's patience is over")
                .isGreaterThanOrEqualTo(20);
        assertThat(outcomes()).hasSize(50).containsOnly("connected", "nobody_answered");
    }
}
