package de.dolmetscherhotline.call.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.dolmetscherhotline.call.flow.walk.Findings;
import de.dolmetscherhotline.call.flow.walk.Rule;
import de.dolmetscherhotline.call.flow.walk.World;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many small worlds of calls that share interpreters, on a network that loses, repeats, delays and reorders what it tells.
 * A failure names the seed of its world; {@code -Dwalk.seed=… -Dwalk.events=1} walks through that one world again.
 */
class RandomWalkTest {

    private static final long SEED = Long.getLong("walk.seed", 20_261_122L);
    private static final long EVENTS = Long.getLong("walk.events", 3_000_000L);

    /** Such things must have happened, or the walk proves nothing; a walk along a single world is too short for that. */
    private static final long ENOUGH = 500_000;

    private static final Findings FINDINGS = new Findings();

    @BeforeAll
    static void walk() {
        for (var seed = SEED; FINDINGS.events() < EVENTS; seed++) {
            new World(seed, FINDINGS).run();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ruleHoldsInEveryHistory(Rule rule) {
        assertThat(FINDINGS.breachOf(rule)).isEmpty();
    }

    @Test
    void theWalkHasComeAboutFarEnoughToMeanSomething() {
        assumeThat(EVENTS).isGreaterThan(ENOUGH);
        assertThat(FINDINGS.conversations()).isGreaterThan(FINDINGS.events() / 1_000);
        assertThat(FINDINGS.outcomes().keySet()).containsAll(EnumSet.allOf(Outcome.class));
        assertThat(FINDINGS.steps())
                .hasSizeGreaterThan(350)
                .contains(
                        "Recalling x CallerPressed",
                        "Recalling x LegOver",
                        "Recalling x Superseded",
                        "Recalling x CallbackCancelled",
                        "Recalling x CallbackOver",
                        "RecallPaused x InterpreterChosen",
                        "Recalling x EndOrdered",
                        "Connected x EndOrdered",
                        "CallerLost x CallerReturned",
                        "CallerLost x LegOver",
                        "CallerLost x CallerLeftRoom");
    }
}
