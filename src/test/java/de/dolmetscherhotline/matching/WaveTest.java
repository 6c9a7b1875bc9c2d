package de.dolmetscherhotline.matching;

import static de.dolmetscherhotline.matching.CandidateBuilder.interpreter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.dolmetscherhotline.kernel.Need;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaveTest {

    private static final double FIVE_A_SECOND = 5;
    private static final int ROUNDS = 5_000;
    private static final MatchingPolicy.Settings DEFAULTS = MatchingPolicy.Settings.defaults();

    private final MatchingPolicy policy = new MatchingPolicy(DEFAULTS);

    @Test
    void fourNewVolunteersAreRungFirstBecauseAFifthCanFollow() {
        assertThat(policy.phonesToAdd(Needs.ORDINARY, List.of(), newVolunteers(20), FIVE_A_SECOND))
                .isEqualTo(4);
    }

    @Test
    void fiveAreRungFirstWhereNoneThatFollowsIsCountedOn() {
        var withoutFollowers = new MatchingPolicy(PolicySettings.oneMoreEvery(DEFAULTS.window()));
        assertThat(withoutFollowers.phonesToAdd(Needs.ORDINARY, List.of(), newVolunteers(20), FIVE_A_SECOND))
                .isEqualTo(5);
    }

    @Test
    void nobodyIsAddedWhileEnoughRing() {
        assertThat(policy.phonesToAdd(Needs.ORDINARY, ringing(4, 0), newVolunteers(16), FIVE_A_SECOND))
                .isZero();
    }

    @Test
    void onePhoneMoreRingsWhenAPhoneFallsAway() {
        assertThat(policy.phonesToAdd(Needs.ORDINARY, ringing(3, 0), newVolunteers(16), FIVE_A_SECOND))
                .isEqualTo(1);
    }

    @Test
    void phonesThatRingUnansweredCountForLessAsTimePasses() {
        var added = IntStream.of(0, 4, 8, 12)
                .map(seconds ->
                        policy.phonesToAdd(Needs.ORDINARY, ringing(4, seconds), newVolunteers(16), FIVE_A_SECOND))
                .toArray();

        assertThat(added).isSorted().startsWith(0).endsWith(4);
    }

    @Test
    void someoneIsRungEvenIfNobodyIsLikelyToAnswer() {
        var hopeless = List.of(interpreter(1).accepted(0, 10_000).build());

        assertThat(policy.phonesToAdd(Needs.ORDINARY, List.of(), hopeless, 0.01))
                .isEqualTo(1);
    }

    @Test
    void oneReliableVolunteerIsEnoughToBeginWith() {
        var reliable = List.of(
                interpreter(1).accepted(96, 96).build(),
                interpreter(2).accepted(96, 96).build());

        assertThat(policy.phonesToAdd(Needs.ORDINARY, List.of(), reliable, FIVE_A_SECOND))
                .isEqualTo(1);
    }

    @Test
    void dialsThatCouldNotStartInTimeAreNotOrderedYet() {
        assertThat(policy.phonesToAdd(Needs.ORDINARY, List.of(), newVolunteers(20), 0.1))
                .isEqualTo(2);
    }

    @Test
    void inAnEmergencyMorePhonesRingAndOnesThatMayFollowDoNotCount() {
        assertThat(policy.phonesToAdd(Needs.EMERGENCY, List.of(), newVolunteers(20), FIVE_A_SECOND))
                .isEqualTo(7);
        assertThat(policy.phonesToAdd(Needs.EMERGENCY, ringing(7, 0), newVolunteers(20), FIVE_A_SECOND))
                .isZero();
    }

    @Test
    void unlikelyVolunteersFillUpToTheLimitAndInAnEmergencyBeyondIt() {
        var unlikely = IntStream.range(0, 20)
                .mapToObj(number -> interpreter(number).accepted(0, 20).build())
                .toList();

        assertThat(policy.phonesToAdd(Needs.ORDINARY, List.of(), unlikely, FIVE_A_SECOND))
                .isEqualTo(8);
        assertThat(policy.phonesToAdd(Needs.EMERGENCY, List.of(), unlikely, FIVE_A_SECOND))
                .isEqualTo(10);
    }

    @Test
    void someoneNewIsExpectedToAnswerAsThePriorSaysAndLearnsFromEachAnswer() {
        assertThat(policy.acceptanceProbability(interpreter(1).build())).isEqualTo(0.5);
        assertThat(policy.acceptanceProbability(interpreter(1).accepted(0, 4).build()))
                .isEqualTo(0.25);
        assertThat(policy.acceptanceProbability(interpreter(1).accepted(96, 96).build()))
                .isEqualTo(0.98);
    }

    @Test
    void thePhonesAddedStayWithinEveryBound() {
        forRandomWaves((need, ringing, next, callsPerSecond) -> {
            int added = policy.phonesToAdd(need, ringing, next, callsPerSecond);
            int limit = need.emergency() ? 10 : 8;

            assertThat(added).isBetween(0, next.size());
            assertThat(added).isLessThanOrEqualTo(Math.max(0, limit - ringing.size()));
            assertThat(added > 0 || !ringing.isEmpty() || next.isEmpty()).isTrue();
        });
    }

    @Test
    void anAnswerIsCompleteSoThatAskingAgainAtOnceAddsNobody() {
        forRandomWaves((need, ringing, next, callsPerSecond) -> {
            int added = policy.phonesToAdd(need, ringing, next, callsPerSecond);
            var nowRinging = new ArrayList<>(ringing);
            next.subList(0, added)
                    .forEach(candidate ->
                            nowRinging.add(new Ringing(policy.acceptanceProbability(candidate), Duration.ZERO)));

            assertThat(policy.phonesToAdd(need, nowRinging, next.subList(added, next.size()), callsPerSecond))
                    .isZero();
        });
    }

    @Test
    void aHigherTargetNeverRingsFewerPhones() {
        var modest = new MatchingPolicy(PolicySettings.target(0.8));
        forRandomWaves((need, ringing, next, callsPerSecond) -> assertThat(
                        policy.phonesToAdd(need, ringing, next, callsPerSecond))
                .isGreaterThanOrEqualTo(modest.phonesToAdd(need, ringing, next, callsPerSecond)));
    }

    @Test
    void aHigherLimitNeverRingsFewerPhonesInAnEmergency() {
        var narrow = new MatchingPolicy(PolicySettings.maxPhonesAtOnce(3));
        forRandomWaves((need, ringing, next, callsPerSecond) -> {
            if (need.emergency()) {
                assertThat(policy.phonesToAdd(need, ringing, next, callsPerSecond))
                        .isGreaterThanOrEqualTo(narrow.phonesToAdd(need, ringing, next, callsPerSecond));
            }
        });
    }

    @Test
    void anEmergencyNeverRingsFewerPhones() {
        forRandomWaves((need, ringing, next, callsPerSecond) -> assertThat(
                        policy.phonesToAdd(Needs.EMERGENCY, ringing, next, callsPerSecond))
                .isGreaterThanOrEqualTo(policy.phonesToAdd(Needs.ORDINARY, ringing, next, callsPerSecond)));
    }

    @Test
    void aPhoneMoreThatRingsAlreadyNeverCallsForMoreWhereDialsDoNotWait() {
        forRandomWaves((need, ringing, next, callsPerSecond) -> {
            var oneMore = new ArrayList<>(ringing);
            oneMore.add(new Ringing(0.5, Duration.ofSeconds(1)));
            if (!ringing.isEmpty()) {
                assertThat(policy.phonesToAdd(Needs.EMERGENCY, oneMore, next, 1_000))
                        .isLessThanOrEqualTo(policy.phonesToAdd(Needs.EMERGENCY, ringing, next, 1_000));
            }
        });
    }

    @Test
    void whoAcceptsInHalfTheCasesAndHasNotHalfwayThroughAcceptsInAThirdOfThem() {
        var model = new AnswerModel(3, 12);

        assertThat(model.accepts(0.5, 7.5, 15)).isEqualTo(1.0 / 3, within(1e-9));
        assertThat(model.accepts(0.5, 0, 7.5)).isEqualTo(0.25, within(1e-9));
        assertThat(model.accepts(0.5, -5, 15)).isEqualTo(0.5 * 7 / 9, within(1e-9));
        assertThat(model.accepts(1, 12, 15)).isZero();
    }

    @Test
    void oneByOneNeverLetsASecondPhoneRing() {
        var oneByOne = new MatchingPolicy(PolicySettings.strategy(Strategy.ONE_BY_ONE));

        forRandomWaves((need, ringing, next, callsPerSecond) -> assertThat(
                        oneByOne.phonesToAdd(need, ringing, next, callsPerSecond))
                .isEqualTo(ringing.isEmpty() && !next.isEmpty() ? 1 : 0));
    }

    @Test
    void ringAllAsksEverybodyWhoMayBeAskedAtOnce() {
        var ringAll = new MatchingPolicy(PolicySettings.strategy(Strategy.RING_ALL));

        forRandomWaves((need, ringing, next, callsPerSecond) -> assertThat(
                        ringAll.phonesToAdd(need, ringing, next, callsPerSecond))
                .isEqualTo(next.size()));
    }

    @Test
    void aRateOfNoCallsAtAllIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.phonesToAdd(Needs.ORDINARY, List.of(), newVolunteers(1), 0));
    }

    private static List<Candidate> newVolunteers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> interpreter(number).build())
                .toList();
    }

    private static List<Ringing> ringing(int phones, int seconds) {
        return Stream.generate(() -> new Ringing(0.5, Duration.ofSeconds(seconds)))
                .limit(phones)
                .toList();
    }

    private static void forRandomWaves(Property property) {
        var random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            var need = random.nextBoolean() ? Needs.EMERGENCY : Needs.ORDINARY;
            var ringing = Stream.generate(
                            () -> new Ringing(random.nextDouble(), Duration.ofMillis(random.nextInt(20_000))))
                    .limit(random.nextInt(12))
                    .toList();
            var next = IntStream.range(0, random.nextInt(25))
                    .mapToObj(number ->
                            interpreter(number).accepted(random.nextInt(20), 20).build())
                    .toList();
            property.holds(need, ringing, next, 0.2 + 10 * random.nextDouble());
        }
    }

    @FunctionalInterface
    private interface Property {
        void holds(Need need, List<Ringing> ringing, List<Candidate> next, double callsPerSecond);
    }
}
