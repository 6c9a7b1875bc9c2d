package de.dolmetscherhotline.matching;

import static de.dolmetscherhotline.matching.CandidateBuilder.interpreter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HardRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant YESTERDAY_SAME_TIME = NOW.minusSeconds(86_400);
    private static final Need WOMAN_REQUIRED = Needs.withGender(GenderWish.requirement(Gender.FEMALE));
    private static final Need WOMAN_REQUIRED_IN_EMERGENCY =
            Needs.emergencyWithGender(GenderWish.requirement(Gender.FEMALE));

    private final MatchingPolicy policy = new MatchingPolicy(MatchingPolicy.Settings.defaults());

    @ParameterizedTest(name = "{2}: {0}")
    @MethodSource("peopleLeftOut")
    void whoBreaksARuleIsLeftOutForThatReason(String who, Need need, LeftOut reason, CandidateBuilder candidate) {
        var ranking = policy.rank(need, List.of(candidate.build()), NOW);

        assertThat(ranking.eligible()).isEmpty();
        assertThat(ranking.omitted()).extracting(Omission::reason).containsExactly(reason);
    }

    static Stream<Arguments> peopleLeftOut() {
        return Stream.of(
                leftOut(
                        "an applicant",
                        Needs.ORDINARY,
                        LeftOut.NOT_ACTIVE,
                        interpreter(1).notActive()),
                leftOut(
                        "a minor",
                        Needs.ORDINARY,
                        LeftOut.NOT_ADULT,
                        interpreter(1).minor()),
                leftOut(
                        "a minor in an emergency",
                        Needs.EMERGENCY,
                        LeftOut.NOT_ADULT,
                        interpreter(1).minor()),
                leftOut(
                        "nobody sworn to secrecy",
                        Needs.EMERGENCY,
                        LeftOut.SECRECY_NOT_DECLARED,
                        interpreter(1).withoutSecrecyDeclaration()),
                leftOut(
                        "without a certificate that is required",
                        Needs.EMERGENCY,
                        LeftOut.OBLIGATION_MISSING,
                        interpreter(1).lacking(ObligationKind.CRIMINAL_RECORD)),
                leftOut(
                        "a secrecy declaration that has run out",
                        Needs.EMERGENCY,
                        LeftOut.OBLIGATION_EXPIRED,
                        interpreter(1).whereHasRunOut(ObligationKind.SECRECY)),
                leftOut(
                        "a training that has run out",
                        Needs.ORDINARY,
                        LeftOut.OBLIGATION_EXPIRED,
                        interpreter(1).whereHasRunOut(ObligationKind.TRAINING)),
                leftOut(
                        "another language",
                        Needs.ORDINARY,
                        LeftOut.LANGUAGE_NOT_SPOKEN,
                        interpreter(1).speaks(null)),
                leftOut(
                        "a beginner",
                        Needs.ORDINARY,
                        LeftOut.LEVEL_TOO_LOW,
                        interpreter(1).speaks(LanguageLevel.A2)),
                leftOut(
                        "interprets into German only",
                        Needs.EMERGENCY,
                        LeftOut.ONE_WAY_ONLY,
                        interpreter(1).interpretsOneWay()),
                leftOut(
                        "qualified for schools only",
                        Needs.MEDICAL,
                        LeftOut.SUBJECT_NOT_QUALIFIED,
                        interpreter(1).qualifiedFor(Subject.SCHOOL)),
                leftOut(
                        "a man",
                        WOMAN_REQUIRED,
                        LeftOut.GENDER_NOT_AS_REQUIRED,
                        interpreter(1).gender(Gender.MALE)),
                leftOut(
                        "gender unknown",
                        WOMAN_REQUIRED,
                        LeftOut.GENDER_NOT_AS_REQUIRED,
                        interpreter(1).gender(null)),
                leftOut(
                        "a man in an emergency",
                        WOMAN_REQUIRED_IN_EMERGENCY,
                        LeftOut.GENDER_NOT_AS_REQUIRED,
                        interpreter(1).gender(Gender.MALE)),
                leftOut(
                        "not to be paired",
                        Needs.EMERGENCY,
                        LeftOut.DO_NOT_PAIR,
                        interpreter(1).notToBePaired()),
                leftOut(
                        "said off",
                        Needs.ORDINARY,
                        LeftOut.SAID_OFF,
                        interpreter(1).duty(Duty.SAID_OFF)),
                leftOut(
                        "said off, opted in to emergencies",
                        Needs.EMERGENCY,
                        LeftOut.SAID_OFF,
                        interpreter(1).duty(Duty.SAID_OFF).optedInToEmergencies()),
                leftOut(
                        "no shift, no emergency",
                        Needs.ORDINARY,
                        LeftOut.NOT_ON_DUTY,
                        interpreter(1).duty(Duty.NOT_ON_DUTY).optedInToEmergencies()),
                leftOut(
                        "no shift, not opted in",
                        Needs.EMERGENCY,
                        LeftOut.NOT_ON_DUTY,
                        interpreter(1).duty(Duty.NOT_ON_DUTY)),
                leftOut(
                        "quiet hours, no emergency",
                        Needs.ORDINARY,
                        LeftOut.QUIET_HOURS,
                        interpreter(1).inQuietHours().optedInToEmergencies()),
                leftOut(
                        "quiet hours, not opted in",
                        Needs.EMERGENCY,
                        LeftOut.QUIET_HOURS,
                        interpreter(1).inQuietHours()),
                leftOut(
                        "three of three calls",
                        Needs.ORDINARY,
                        LeftOut.DAILY_LIMIT_REACHED,
                        interpreter(1).callsToday(3, 3)),
                leftOut(
                        "a number that failed a second less than a day ago",
                        Needs.ORDINARY,
                        LeftOut.NUMBER_FAILED,
                        interpreter(1).numberFailedAt(YESTERDAY_SAME_TIME.plusSeconds(1))),
                leftOut(
                        "asked before",
                        Needs.ORDINARY,
                        LeftOut.ASKED_BEFORE,
                        interpreter(1).askedBefore()),
                leftOut(
                        "reserved",
                        Needs.EMERGENCY,
                        LeftOut.RESERVED,
                        interpreter(1).reserved()),
                leftOut(
                        "resting for a second more",
                        Needs.ORDINARY,
                        LeftOut.RESTING,
                        interpreter(1).restingUntil(NOW.plusSeconds(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("peopleWhoMayBeAsked")
    void whoBreaksNoRuleMayBeAsked(String who, Need need, CandidateBuilder candidate) {
        var ranking = policy.rank(need, List.of(candidate.build()), NOW);

        assertThat(ranking.omitted()).isEmpty();
        assertThat(ranking.eligible()).containsExactly(candidate.build());
    }

    static Stream<Arguments> peopleWhoMayBeAsked() {
        return Stream.of(
                arguments(
                        "speaks at the minimum level",
                        Needs.ORDINARY,
                        interpreter(1).speaks(LanguageLevel.B1)),
                arguments("no subject is needed", Needs.ORDINARY, interpreter(1).qualifiedFor()),
                arguments("the subject is needed", Needs.MEDICAL, interpreter(1).qualifiedFor(Subject.MEDICAL)),
                arguments("the required gender", WOMAN_REQUIRED, interpreter(1).gender(Gender.FEMALE)),
                arguments(
                        "a wish excludes nobody",
                        Needs.withGender(GenderWish.wish(Gender.FEMALE)),
                        interpreter(1).gender(Gender.MALE)),
                arguments(
                        "no shift, but an emergency and opted in",
                        Needs.EMERGENCY,
                        interpreter(1).duty(Duty.NOT_ON_DUTY).optedInToEmergencies()),
                arguments(
                        "quiet hours, but an emergency and opted in",
                        Needs.EMERGENCY,
                        interpreter(1).inQuietHours().optedInToEmergencies()),
                arguments("two of three calls", Needs.ORDINARY, interpreter(1).callsToday(2, 3)),
                arguments("no limit", Needs.ORDINARY, interpreter(1).callsToday(100, null)),
                arguments(
                        "the number failed a day ago",
                        Needs.ORDINARY,
                        interpreter(1).numberFailedAt(YESTERDAY_SAME_TIME)),
                arguments("the rest ends now", Needs.ORDINARY, interpreter(1).restingUntil(NOW)));
    }

    @ParameterizedTest
    @EnumSource(LeftOut.class)
    void everyReasonHasACaseInTheTable(LeftOut reason) {
        assertThat(peopleLeftOut()).anyMatch(row -> row.get()[2] == reason);
    }

    @ParameterizedTest
    @EnumSource(LeftOut.class)
    void everyReasonReadsInBothLanguagesAndHasACodeOfItsOwn(LeftOut reason) {
        assertThat(reason.english()).isNotBlank();
        assertThat(reason.german()).isNotBlank().isNotEqualTo(reason.english());
        assertThat(reason.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(Arrays.stream(LeftOut.values()).filter(other -> other.code().equals(reason.code())))
                .hasSize(1);
    }

    @Test
    void onlyWhatMayBeGoneInAMinuteIsPassing() {
        assertThat(Arrays.stream(LeftOut.values()).filter(LeftOut::passing))
                .containsExactly(LeftOut.RESERVED, LeftOut.RESTING);
    }

    @Test
    void whoBreaksSeveralRulesIsLeftOutForTheMostFundamental() {
        var reservedMinor = interpreter(1).minor().reserved().duty(Duty.SAID_OFF);
        var reservedAndSaidOff = interpreter(2).reserved().duty(Duty.SAID_OFF);

        var ranking = policy.rank(Needs.ORDINARY, List.of(reservedAndSaidOff.build(), reservedMinor.build()), NOW);

        assertThat(ranking.omitted()).extracting(Omission::reason).containsExactly(LeftOut.NOT_ADULT, LeftOut.SAID_OFF);
    }

    @Test
    void reasonAboutAnObligationNamesIt() {
        var pool = List.of(
                interpreter(1).withoutSecrecyDeclaration().build(),
                interpreter(2)
                        .lacking(ObligationKind.TRAINING, ObligationKind.CRIMINAL_RECORD)
                        .build(),
                interpreter(3).whereHasRunOut(ObligationKind.TRAINING).build(),
                interpreter(4).notActive().lacking(ObligationKind.TRAINING).build());

        assertThat(policy.rank(Needs.ORDINARY, pool, NOW).omitted())
                .extracting(Omission::reason, Omission::obligation)
                .containsExactlyInAnyOrder(
                        tuple(LeftOut.SECRECY_NOT_DECLARED, ObligationKind.SECRECY),
                        tuple(LeftOut.OBLIGATION_MISSING, ObligationKind.CRIMINAL_RECORD),
                        tuple(LeftOut.OBLIGATION_EXPIRED, ObligationKind.TRAINING),
                        tuple(LeftOut.NOT_ACTIVE, null));
    }

    @Test
    void everyObstacleIsNamedWhereAllAreAskedFor() {
        var candidate = interpreter(1)
                .minor()
                .notToBePaired()
                .whereHasRunOut(ObligationKind.CRIMINAL_RECORD)
                .build();

        assertThat(policy.obstacles(Needs.ORDINARY, candidate, NOW))
                .containsExactly(LeftOut.NOT_ADULT, LeftOut.OBLIGATION_EXPIRED, LeftOut.DO_NOT_PAIR);
        assertThat(policy.obstacles(Needs.ORDINARY, interpreter(1).build(), NOW))
                .isEmpty();
    }

    private static Arguments leftOut(String who, Need need, LeftOut reason, CandidateBuilder candidate) {
        return arguments(who, need, reason, candidate);
    }
}
