package de.dolmetscherhotline.matching;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.matching.SimulatedSearch.Figures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The figures of design §5: twenty volunteers, each of whom accepts half of the offers, 3 to 12 s after the phone began to
 * ring, and otherwise lets it ring for 20 s.
 */
class WaveSimulationTest {

    private final MatchingPolicy policy = new MatchingPolicy(MatchingPolicy.Settings.defaults());

    @Test
    void withOneCallASecondSomebodyAcceptsInTimeAndFivePhonesAreDisturbed(TestReporter reporter) {
        var figures = SimulatedSearch.ringing(inWaves(Needs.ORDINARY, 1)).simulate(1);

        report(reporter, "waves, 1 call/s", figures);
        assertThat(figures.shareWithin15Seconds()).isGreaterThanOrEqualTo(0.93);
        assertThat(figures.medianSeconds()).isLessThanOrEqualTo(8.5);
        assertThat(figures.phonesDisturbed()).isLessThanOrEqualTo(5.0);
    }

    @Test
    void withFiveCallsASecondSomebodyAcceptsSoonerAndFivePhonesAreDisturbed(TestReporter reporter) {
        var figures = SimulatedSearch.ringing(inWaves(Needs.ORDINARY, 5)).simulate(5);

        report(reporter, "waves, 5 calls/s", figures);
        assertThat(figures.shareWithin15Seconds()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.medianSeconds()).isLessThanOrEqualTo(7.0);
        assertThat(figures.phonesDisturbed()).isLessThanOrEqualTo(5.0);
    }

    @Test
    void decidingOnlyEveryTwoSecondsCostsLittle(TestReporter reporter) {
        var figures = SimulatedSearch.ringing(inWaves(Needs.ORDINARY, 1))
                .decidingEvery(Duration.ofSeconds(2))
                .simulate(1);

        report(reporter, "waves, 1 call/s, decided every 2 s", figures);
        assertThat(figures.shareWithin15Seconds()).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void decidingOnlyWhenAPhoneFallsAwayIsNotEnough(TestReporter reporter) {
        var figures = SimulatedSearch.ringing(inWaves(Needs.ORDINARY, 5))
                .decidingEvery(Duration.ofSeconds(20))
                .simulate(5);

        report(reporter, "waves, 5 calls/s, decided only when a phone falls away", figures);
        assertThat(figures.shareWithin15Seconds()).isLessThan(0.95);
    }

    @Test
    void inAnEmergencySomebodyAcceptsSoonerAndMorePhonesAreDisturbed(TestReporter reporter) {
        var ordinary = SimulatedSearch.ringing(inWaves(Needs.ORDINARY, 5)).simulate(5);
        var emergency = SimulatedSearch.ringing(inWaves(Needs.EMERGENCY, 5)).simulate(5);

        report(reporter, "waves in an emergency, 5 calls/s", emergency);
        assertThat(emergency.shareWithin15Seconds()).isGreaterThanOrEqualTo(0.99);
        assertThat(emergency.medianSeconds()).isLessThan(ordinary.medianSeconds());
    }

    @Test
    void unlikelyAndLikelyVolunteersAreRungInWavesThatFitThem(TestReporter reporter) {
        for (int accepted : List.of(6, 14, 18)) {
            var figures = SimulatedSearch.ringing(inWaves(Needs.ORDINARY, 5))
                    .acceptedOfTwenty(accepted)
                    .simulate(5);

            report(reporter, "waves, 5 calls/s, accept %d of 20".formatted(accepted), figures);
            assertThat(figures.shareWithin15Seconds()).isGreaterThanOrEqualTo(0.88);
        }
    }

    @Test
    void oneAfterTheOtherIsSlowAndRingAllDisturbsEverybody(TestReporter reporter) {
        var oneByOne = SimulatedSearch.ringing(by(Strategy.ONE_BY_ONE)).simulate(5);
        var ringAll = SimulatedSearch.ringing(by(Strategy.RING_ALL)).simulate(5);
        var waves = SimulatedSearch.ringing(inWaves(Needs.ORDINARY, 5)).simulate(5);

        report(reporter, "one after the other", oneByOne);
        report(reporter, "ring all, 5 calls/s", ringAll);
        assertThat(oneByOne.shareWithin15Seconds()).isLessThan(0.6);
        assertThat(ringAll.phonesDisturbed()).isGreaterThan(3 * waves.phonesDisturbed());
    }

    private static SimulatedSearch.Decision by(Strategy strategy) {
        var other = new MatchingPolicy(PolicySettings.strategy(strategy));
        return (ringing, next) -> other.phonesToAdd(Needs.ORDINARY, ringing, next, 5);
    }

    private SimulatedSearch.Decision inWaves(Need need, double callsPerSecond) {
        return (ringing, next) -> policy.phonesToAdd(need, ringing, next, callsPerSecond);
    }

    private static void report(TestReporter reporter, String strategy, Figures figures) {
        reporter.publishEntry(strategy, figures.toString());
    }
}
