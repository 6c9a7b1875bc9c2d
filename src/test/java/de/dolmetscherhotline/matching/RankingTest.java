package de.dolmetscherhotline.matching;

import static de.dolmetscherhotline.matching.CandidateBuilder.interpreter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Need;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Need WOMAN_WISHED = Needs.withGender(GenderWish.wish(Gender.FEMALE));

    private final MatchingPolicy fair = new MatchingPolicy(MatchingPolicy.Settings.defaults());
    private final MatchingPolicy responsive = new MatchingPolicy(PolicySettings.ordering(Ordering.RESPONSE));

    @Test
    void aWishForAWomanRanksWomenFirstAndKeepsMen() {
        var man = interpreter(1).gender(Gender.MALE);
        var unknown = interpreter(2).gender(null);
        var womanWithTheFallback = interpreter(3).gender(Gender.FEMALE).speaksTheFallback();

        var ranking = rank(fair, WOMAN_WISHED, man, unknown, womanWithTheFallback);

        assertThat(ranking.eligible()).containsExactly(womanWithTheFallback.build(), man.build(), unknown.build());
        assertThat(ranking.gender()).isEqualTo(GenderOutlook.CAN_BE_MET);
    }

    @Test
    void aWishThatNobodyCanMeetIsSaidAndNotDropped() {
        var ranking = rank(
                fair,
                WOMAN_WISHED,
                interpreter(1).gender(Gender.MALE),
                interpreter(2).gender(Gender.FEMALE).askedBefore());

        assertThat(ranking.eligible()).hasSize(1);
        assertThat(ranking.gender()).isEqualTo(GenderOutlook.CANNOT_BE_MET);
    }

    @Test
    void aWishThatIsOnlyBusyMayBeMetSoon() {
        var ranking = rank(
                fair,
                WOMAN_WISHED,
                interpreter(1).gender(Gender.MALE),
                interpreter(2).gender(Gender.FEMALE).reserved());

        assertThat(ranking.gender()).isEqualTo(GenderOutlook.MAY_BE_MET_SOON);
    }

    @Test
    void aRequirementThatNobodyMeetsLeavesNobodyAndSaysSo() {
        var requirement = Needs.withGender(GenderWish.requirement(Gender.FEMALE));

        var ranking = rank(fair, requirement, interpreter(1).gender(Gender.MALE));

        assertThat(ranking.covered()).isFalse();
        assertThat(ranking.gender()).isEqualTo(GenderOutlook.CANNOT_BE_MET);
    }

    @Test
    void withoutAWishGenderNeitherRanksNorIsReported() {
        var man = interpreter(1).gender(Gender.MALE);
        var woman = interpreter(2).gender(Gender.FEMALE);

        var ranking = rank(fair, Needs.ORDINARY, woman, man);

        assertThat(ranking.eligible()).containsExactly(man.build(), woman.build());
        assertThat(ranking.gender()).isEqualTo(GenderOutlook.NOT_ASKED);
    }

    @Test
    void whoSpeaksTheLanguageItselfComesBeforeWhoSpeaksTheFallback() {
        var fallback = interpreter(1).speaksTheFallback();
        var exact = interpreter(2).speaks(LanguageLevel.B1).lastAskedAt(NOW);

        assertThat(rank(fair, Needs.ORDINARY, fallback, exact).eligible())
                .containsExactly(exact.build(), fallback.build());
    }

    @Test
    void fluentSpeakersComeFirstButNativeOnesAreNotAskedEveryTime() {
        var intermediate = interpreter(1).speaks(LanguageLevel.B2);
        var nativeAskedJustNow = interpreter(2).speaks(LanguageLevel.NATIVE).lastAskedAt(NOW);
        var advanced = interpreter(3).speaks(LanguageLevel.C1).lastAskedAt(NOW.minusSeconds(60));

        assertThat(rank(fair, Needs.ORDINARY, intermediate, nativeAskedJustNow, advanced)
                        .eligible())
                .containsExactly(advanced.build(), nativeAskedJustNow.build(), intermediate.build());
    }

    @Test
    void inAnEmergencyPeopleWithinTheirHoursComeBeforeThoseWhoOnlyOptedIn() {
        var offDuty = interpreter(1).duty(Duty.NOT_ON_DUTY).optedInToEmergencies();
        var asleep = interpreter(2).inQuietHours().optedInToEmergencies();
        var onDuty = interpreter(3).lastAskedAt(NOW);

        assertThat(rank(fair, Needs.EMERGENCY, offDuty, asleep, onDuty).eligible())
                .containsExactly(onDuty.build(), offDuty.build(), asleep.build());
    }

    @Test
    void theLeastRecentlyAskedComeFirstAndNewPeopleBeforeThem() {
        var justNow = interpreter(1).accepted(9, 9).lastAskedAt(NOW);
        var anHourAgo = interpreter(2).accepted(0, 9).lastAskedAt(NOW.minusSeconds(3600));
        var never = interpreter(3);

        assertThat(rank(fair, Needs.ORDINARY, justNow, anHourAgo, never).eligible())
                .containsExactly(never.build(), anHourAgo.build(), justNow.build());
    }

    @Test
    void amongEquallyRestedPeopleTheLeastOftenAskedComeFirstAndThenTheLikeliest() {
        var often = interpreter(1).accepted(9, 9).lastAskedAt(NOW);
        var seldomAndUnlikely = interpreter(2).accepted(0, 3).lastAskedAt(NOW);
        var seldomAndLikely = interpreter(3).accepted(3, 3).lastAskedAt(NOW);

        assertThat(rank(fair, Needs.ORDINARY, often, seldomAndUnlikely, seldomAndLikely)
                        .eligible())
                .containsExactly(seldomAndLikely.build(), seldomAndUnlikely.build(), often.build());
    }

    @Test
    void whereResponseCountsMoreTheLikeliestComeFirstAndFairnessDecidesBetweenSimilarOnes() {
        var unlikely = interpreter(1).accepted(0, 10);
        var likelyJustNow = interpreter(2).accepted(96, 100).lastAskedAt(NOW);
        var likelyLongAgo = interpreter(3).accepted(95, 100).lastAskedAt(NOW.minusSeconds(3600));

        assertThat(rank(responsive, Needs.ORDINARY, unlikely, likelyJustNow, likelyLongAgo)
                        .eligible())
                .containsExactly(likelyLongAgo.build(), likelyJustNow.build(), unlikely.build());
    }

    @Test
    void whoIsBusyIsWorthWaitingFor() {
        var ranking = rank(fair, Needs.ORDINARY, interpreter(1).reserved());

        assertThat(ranking.worthWaiting()).isTrue();
        assertThat(ranking.covered()).isTrue();
    }

    @Test
    void whenEverybodyWasAskedTheNeedIsCoveredButThereIsNobodyLeftToWaitFor() {
        var ranking = rank(fair, Needs.ORDINARY, interpreter(1).askedBefore().reserved());

        assertThat(ranking.worthWaiting()).isFalse();
        assertThat(ranking.covered()).isTrue();
    }

    @Test
    void anEmptyRosterIsNotCovered() {
        assertThat(rank(fair, Needs.ORDINARY).covered()).isFalse();
        assertThat(rank(fair, Needs.ORDINARY, interpreter(1).duty(Duty.NOT_ON_DUTY))
                        .covered())
                .isFalse();
    }

    @Test
    void nobodyMayAppearTwiceBecauseTheyWouldBeRungTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rank(
                        fair, Needs.ORDINARY, interpreter(1), interpreter(1).speaksTheFallback()));
    }

    private static Ranking rank(MatchingPolicy policy, Need need, CandidateBuilder... candidates) {
        List<Candidate> built =
                Arrays.stream(candidates).map(CandidateBuilder::build).toList();
        return policy.rank(need, built, NOW);
    }
}
