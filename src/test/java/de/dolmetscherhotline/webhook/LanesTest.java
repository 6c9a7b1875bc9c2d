package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.OrganisationId;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Lanes lanes = new Lanes();
    private final OrganisationId one = OrganisationId.random();

    @Test
    void oneReceiverHasFew() {
        assertThat(lanes.enter(one)).isTrue();
        assertThat(lanes.enter(one)).isTrue();
        assertThat(lanes.enter(one)).isFalse();
        assertThat(lanes.enter(OrganisationId.random())).isTrue();

        lanes.leave(one);

        assertThat(lanes.enter(one)).isTrue();
        assertThat(lanes.enter(one)).isFalse();
    }

    @Test
    void allTogetherHaveFewerThanWorkThatIsDoneAtOnce() {
        for (int lane = 0; lane < Lanes.ALTOGETHER; lane++) {
            assertThat(lanes.enter(OrganisationId.random())).isTrue();
        }
        assertThat(lanes.enter(one)).isFalse();
    }
}
