package de.dolmetscherhotline.matching;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.ObligationKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every pool and every need, tried on thousands of random ones. */
class RankingPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int POOLS = 4_000;

    @ParameterizedTest
    @EnumSource(Ordering.class)
    void nobodyIsDroppedAndNobodyAppearsTwice(Ordering ordering) {
        forRandomPools(ordering, (need, pool, ranking) -> {
            Stream<InterpreterId> eligible = ranking.eligible().stream().map(Candidate::id);
            Stream<InterpreterId> omitted = ranking.omitted().stream().map(Omission::interpreter);
            assertThat(Stream.concat(eligible, omitted))
                    .containsExactlyInAnyOrderElementsOf(
                            pool.stream().map(Candidate::id).toList());
        });
    }

    @ParameterizedTest
    @EnumSource(Ordering.class)
    void everyoneWhoMayBeAskedKeepsEveryHardRule(Ordering ordering) {
        forRandomPools(
                ordering,
                (need, pool, ranking) -> assertThat(ranking.eligible()).allSatisfy(asked -> mayTake(need, asked)));
    }

    /** Written out once more and differently, so that a slip in the rules does not hide in the test. */
    private static void mayTake(Need need, Candidate asked) {
        var allowedOutOfHours = need.emergency() && asked.emergencyOptIn();
        assertThat(asked.active() && asked.adult() && asked.bothWays()).isTrue();
        assertThat(asked.missing()).isEmpty();
        assertThat(asked.runOut()).isEmpty();
        assertThat(asked.level())
                .isIn(LanguageLevel.B1, LanguageLevel.B2, LanguageLevel.C1, LanguageLevel.C2, LanguageLevel.NATIVE);
        if (need.subject() != null) {
            assertThat(asked.subjects()).contains(need.subject());
        }
        if (need.gender() instanceof GenderWish.Requirement required) {
            assertThat(asked.gender()).isEqualTo(required.gender());
        }
        assertThat(asked.duty()).isNotEqualTo(Duty.SAID_OFF);
        assertThat(asked.duty() == Duty.ON_DUTY || allowedOutOfHours).isTrue();
        assertThat(asked.quietNow() && !allowedOutOfHours).isFalse();
        assertThat(asked.doNotPair() || asked.reserved() || asked.askedBefore()).isFalse();
        if (asked.maxCallsPerDay() != null) {
            assertThat(asked.callsToday()).isLessThan(asked.maxCallsPerDay());
        }
        if (asked.restingUntil() != null) {
            assertThat(asked.restingUntil()).isBeforeOrEqualTo(NOW);
        }
        if (asked.numberFailedAt() != null) {
            assertThat(asked.numberFailedAt()).isBeforeOrEqualTo(NOW.minusSeconds(86_400));
        }
    }

    @ParameterizedTest
    @EnumSource(Ordering.class)
    void whoIsLeftOutBreaksTheRuleThatIsNamedAndNoneThatIsMoreFundamental(Ordering ordering) {
        forRandomPools(ordering, (need, pool, ranking) -> {
            var settings = MatchingPolicy.Settings.defaults();
            var policy = new MatchingPolicy(settings);
            var rules = new HardRules(need, NOW, settings.minimumLevel(), settings.failedNumberPause(), null);
            for (var omission : ranking.omitted()) {
                var candidate = byId(pool, omission.interpreter());
                assertThat(List.of(LeftOut.values()))
                        .filteredOn(rule -> rules.isBrokenBy(candidate, rule))
                        .first()
                        .isEqualTo(omission.reason());
                assertThat(policy.obstacles(need, candidate, NOW)).first().isEqualTo(omission.reason());
                mayNameAnObligation(candidate, omission);
            }
        });
    }

    /** Exactly the reasons that are about an obligation name one, and one that is the reason. */
    private static void mayNameAnObligation(Candidate candidate, Omission omission) {
        var concerned = switch (omission.reason()) {
            case SECRECY_NOT_DECLARED, OBLIGATION_MISSING -> candidate.missing();
            case OBLIGATION_EXPIRED -> candidate.runOut();
            default -> Set.<ObligationKind>of();
        };
        if (concerned.isEmpty()) {
            assertThat(omission.obligation()).isNull();
        } else {
            assertThat(concerned).contains(omission.obligation());
        }
    }

    @ParameterizedTest
    @EnumSource(Ordering.class)
    void theOrderInWhichPeopleAreReadDoesNotMatter(Ordering ordering) {
        var policy = new MatchingPolicy(PolicySettings.ordering(ordering));
        var random = new Random(7);
        forRandomPools(ordering, (need, pool, ranking) -> {
            var shuffled = new ArrayList<>(pool);
            Collections.shuffle(shuffled, random);
            assertThat(policy.rank(need, shuffled, NOW)).isEqualTo(ranking);
        });
    }

    @ParameterizedTest
    @EnumSource(Ordering.class)
    void aWishAboutGenderIsNeverSilentlyDropped(Ordering ordering) {
        forRandomPools(ordering, (need, pool, ranking) -> {
            var suits = ranking.eligible().stream()
                    .map(candidate -> need.gender().suits(candidate.gender()))
                    .toList();
            assertThat(suits).isSortedAccordingTo(Collections.reverseOrder());
            var wished = !(need.gender() instanceof GenderWish.None);
            assertThat(ranking.gender() == GenderOutlook.NOT_ASKED).isEqualTo(!wished);
            assertThat(ranking.gender() == GenderOutlook.CAN_BE_MET).isEqualTo(wished && suits.contains(true));
        });
    }

    @ParameterizedTest
    @EnumSource(Ordering.class)
    void whoeverIsWorthWaitingForIsCoverage(Ordering ordering) {
        forRandomPools(
                ordering,
                (need, pool, ranking) ->
                        assertThat(ranking.covered() || !ranking.worthWaiting()).isTrue());
    }

    private static Candidate byId(List<Candidate> pool, InterpreterId id) {
        return pool.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void forRandomPools(Ordering ordering, Property property) {
        var policy = new MatchingPolicy(PolicySettings.ordering(ordering));
        var random = new Random(20170101);
        for (int round = 0; round < POOLS; round++) {
            var need = Needs.any(random);
            var pool = IntStream.range(0, random.nextInt(30))
                    .mapToObj(number ->
                            CandidateBuilder.anybody(number, random, NOW).build())
                    .toList();
            property.holds(need, pool, policy.rank(need, pool, NOW));
        }
    }

    @FunctionalInterface
    private interface Property {
        void holds(Need need, List<Candidate> pool, Ranking ranking);
    }
}
