package de.dolmetscherhotline.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the policy believes about twenty volunteers after a thousand searches, each of whom really accepts half of the
 * offers. Most phones stop ringing because somebody else accepted: what such an offer counts for decides whether the
 * estimate is right.
 */
class HistoryTest {

    private static final int SEARCHES = 1_000;
    private static final double ONE_A_SECOND = 1;
    private static final long DECIDED_EVERY = 2_000;
    private static final long RINGS_FOR = 25_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final MatchingPolicy policy = new MatchingPolicy(MatchingPolicy.Settings.defaults());
    private final Random random = new Random(2017);
    private final List<Volunteer> volunteers =
            new ArrayList<>(IntStream.range(0, 20).mapToObj(Volunteer::new).toList());
    private int asking;

    @Test
    void offersThatRangLongBeforeTheyWereWithdrawnKeepTheEstimateRight() {
        var inTime = searches(policy::countsAsAsked);

        assertThat(estimate()).isEqualTo(0.5, within(0.06));
        assertThat(inTime).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void ifNoWithdrawnOfferCountedEverybodyWouldSeemTooWillingAndCallersWouldWait() {
        var inTime = searches(rang -> false);

        assertThat(estimate()).isGreaterThan(0.7);
        assertThat(inTime).isLessThan(0.85);
    }

    @Test
    void ifEveryWithdrawnOfferCountedEverybodyWouldSeemUnwilling() {
        searches(rang -> true);

        assertThat(estimate()).isLessThan(0.35);
    }

    @Test
    void halfOfThoseWhoAcceptHaveDoneSoHalfwayBetweenTheEarliestAndTheLatestAnswer() {
        assertThat(policy.countsAsAsked(Duration.ofMillis(7_400))).isFalse();
        assertThat(policy.countsAsAsked(Duration.ofMillis(7_500))).isTrue();
    }

    private double estimate() {
        return volunteers.stream()
                .mapToDouble(volunteer -> policy.acceptanceProbability(volunteer.candidate()))
                .average()
                .orElseThrow();
    }

    /** The share of searches in which somebody accepted within 15 s. */
    private double searches(Predicate<Duration> withdrawnCounts) {
        return Stream.generate(() -> search(withdrawnCounts))
                        .limit(SEARCHES)
                        .filter(accepted -> accepted <= 15_000)
                        .count()
                / (double) SEARCHES;
    }

    private long search(Predicate<Duration> withdrawnCounts) {
        volunteers.sort(Comparator.comparingInt(volunteer -> volunteer.lastAsked));
        var asked = new ArrayList<Volunteer>();
        long end = NEVER;
        for (long now = 0; now < end && now < 120_000; now += DECIDED_EVERY) {
            ask(asked, now);
            end = asked.stream().mapToLong(phone -> phone.acceptsAt).min().orElse(NEVER);
        }
        for (var volunteer : asked) {
            volunteer.remember(end, withdrawnCounts);
            volunteer.lastAsked = ++asking;
        }
        return end;
    }

    private void ask(List<Volunteer> asked, long now) {
        var ringing = asked.stream()
                .filter(phone -> now < phone.ringsAt + RINGS_FOR)
                .map(phone -> new Ringing(
                        policy.acceptanceProbability(phone.candidate()), Duration.ofMillis(now - phone.orderedAt)))
                .toList();
        var next = volunteers.subList(asked.size(), volunteers.size());
        var candidates = next.stream().map(Volunteer::candidate).toList();
        int added = policy.phonesToAdd(Needs.ORDINARY, ringing, candidates, ONE_A_SECOND);
        for (var volunteer : next.subList(0, added)) {
            long turn = asked.isEmpty() ? now : Math.max(now, asked.getLast().ringsAt + 1_000);
            volunteer.ring(now, turn, random);
            asked.add(volunteer);
        }
    }

    private static final class Volunteer {

        private final int number;
        private int timesAsked;
        private int timesAccepted;
        private int lastAsked;
        private long orderedAt;
        private long ringsAt;
        private long acceptsAt;

        Volunteer(int number) {
            this.number = number;
        }

        Candidate candidate() {
            return CandidateBuilder.interpreter(number)
                    .accepted(timesAccepted, timesAsked)
                    .build();
        }

        void ring(long ordered, long turn, Random random) {
            orderedAt = ordered;
            ringsAt = turn;
            acceptsAt = random.nextBoolean() ? turn + random.nextLong(3_000, 12_000) : NEVER;
        }

        void remember(long end, Predicate<Duration> withdrawnCounts) {
            long rang = Math.min(end, ringsAt + RINGS_FOR) - ringsAt;
            if (rang > 0) {
                boolean accepted = acceptsAt == end;
                timesAccepted += accepted ? 1 : 0;
                timesAsked += accepted || rang == RINGS_FOR || withdrawnCounts.test(Duration.ofMillis(rang)) ? 1 : 0;
            }
        }
    }
}
