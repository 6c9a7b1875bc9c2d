package de.dolmetscherhotline.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.dolmetscherhotline.availability.Entry.Booked;
import de.dolmetscherhotline.availability.Entry.Said;
import de.dolmetscherhotline.matching.Duty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is available when: words, absences and shifts, also in the nights in which the clocks change. */
class AvailabilityTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Shift MONDAY_EVENING = shift(DayOfWeek.MONDAY, "18:00", "22:00");

    @Test
    void shiftIncludesItsStartAndNotItsEnd() {
        var amina = of(MONDAY_EVENING);
        assertThat(amina.at(berlin("2026-03-02T17:59"))).isEqualTo(idle(berlin("2026-03-02T18:00")));
        assertThat(amina.at(berlin("2026-03-02T18:00"))).isEqualTo(onShift(berlin("2026-03-02T22:00")));
        assertThat(amina.at(berlin("2026-03-02T21:59"))).isEqualTo(onShift(berlin("2026-03-02T22:00")));
        assertThat(amina.at(berlin("2026-03-02T22:00"))).isEqualTo(idle(berlin("2026-03-09T18:00")));
    }

    @Test
    void whoSaidNothingAndPlannedNothingIsOffUntilShePlansOrSaysSomething() {
        assertThat(of().at(berlin("2026-03-02T18:00"))).isEqualTo(idle(null));
    }

    @Test
    void shiftThatEndsEarlierThanItStartsGoesOnUntilTheNextDay() {
        var amina = of(shift(DayOfWeek.SUNDAY, "22:00", "06:00"));
        assertThat(amina.at(berlin("2026-03-01T23:30"))).isEqualTo(onShift(berlin("2026-03-02T06:00")));
        assertThat(amina.at(berlin("2026-03-02T05:59"))).isEqualTo(onShift(berlin("2026-03-02T06:00")));
        assertThat(amina.at(berlin("2026-03-02T06:00")).duty()).isEqualTo(Duty.NOT_ON_DUTY);
        assertThat(amina.at(berlin("2026-03-02T23:30")).duty()).isEqualTo(Duty.NOT_ON_DUTY);
    }

    @Test
    void shiftUntilMidnightEndsAtMidnight() {
        var amina = of(shift(DayOfWeek.FRIDAY, "20:00", "00:00"));
        assertThat(amina.at(berlin("2026-03-06T23:59"))).isEqualTo(onShift(berlin("2026-03-07T00:00")));
        assertThat(amina.at(berlin("2026-03-07T00:00")).duty()).isEqualTo(Duty.NOT_ON_DUTY);
    }

    @Test
    void shiftThatStartsAndEndsAtTheSameTimeLastsTwentyFourHours() {
        var amina = of(shift(DayOfWeek.WEDNESDAY, "08:00", "08:00"));
        assertThat(amina.at(berlin("2026-03-04T08:00"))).isEqualTo(onShift(berlin("2026-03-05T08:00")));
        assertThat(amina.at(berlin("2026-03-05T08:00")).duty()).isEqualTo(Duty.NOT_ON_DUTY);
    }

    @Test
    void shiftsThatTouchOrOverlapAreOne() {
        var amina = of(
                MONDAY_EVENING, shift(DayOfWeek.MONDAY, "22:00", "02:00"), shift(DayOfWeek.TUESDAY, "01:00", "03:00"));
        assertThat(amina.at(berlin("2026-03-02T18:00"))).isEqualTo(onShift(berlin("2026-03-03T03:00")));
    }

    @Test
    void whoPlannedTheWholeWeekIsOnUntilFurtherNotice() {
        var always = of(Arrays.stream(DayOfWeek.values())
                .map(day -> shift(day, "06:00", "06:00"))
                .toArray(Entry[]::new));
        assertThat(always.at(berlin("2026-03-28T23:00"))).isEqualTo(onShift(null));
    }

    @Test
    void nightInWhichTheClocksGoForwardIsAnHourShorter() {
        var amina = of(shift(DayOfWeek.SATURDAY, "22:00", "06:00"));
        assertThat(amina.at(berlin("2026-03-28T22:00"))).isEqualTo(onShift(Instant.parse("2026-03-29T04:00:00Z")));
        assertThat(amina.at(Instant.parse("2026-03-29T04:00:00Z")).duty()).isEqualTo(Duty.NOT_ON_DUTY);
    }

    @Test
    void hourThatIsMissingInSpringIsNothing() {
        var missed = of(shift(DayOfWeek.SUNDAY, "02:00", "03:00"));
        assertThat(missed.at(Instant.parse("2026-03-29T00:59:00Z")).duty()).isEqualTo(Duty.NOT_ON_DUTY);
        assertThat(missed.at(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo(idle(berlin("2026-04-05T02:00")));
        var late = of(shift(DayOfWeek.SUNDAY, "02:30", "04:00"));
        assertThat(late.at(Instant.parse("2026-03-29T00:00:00Z")))
                .isEqualTo(idle(Instant.parse("2026-03-29T01:00:00Z")));
        assertThat(late.at(Instant.parse("2026-03-29T01:00:00Z")))
                .isEqualTo(onShift(Instant.parse("2026-03-29T02:00:00Z")));
    }

    @Test
    void ofTheHourThatAutumnHasTwiceBothPassesCount() {
        var half = of(shift(DayOfWeek.SUNDAY, "02:00", "02:30"));
        assertThat(half.at(Instant.parse("2026-10-25T00:10:00Z")))
                .isEqualTo(onShift(Instant.parse("2026-10-25T00:30:00Z")));
        assertThat(half.at(Instant.parse("2026-10-25T00:40:00Z")))
                .isEqualTo(idle(Instant.parse("2026-10-25T01:00:00Z")));
        assertThat(half.at(Instant.parse("2026-10-25T01:10:00Z")))
                .isEqualTo(onShift(Instant.parse("2026-10-25T01:30:00Z")));
        var whole = of(shift(DayOfWeek.SUNDAY, "02:00", "03:00"));
        assertThat(whole.at(Instant.parse("2026-10-25T00:10:00Z")))
                .isEqualTo(onShift(Instant.parse("2026-10-25T02:00:00Z")));
    }

    @Test
    void shiftThatBeginsInTheHourThatComesTwiceBeginsTwice() {
        var amina = of(shift(DayOfWeek.SUNDAY, "02:30", "05:00"));
        assertThat(amina.at(Instant.parse("2026-10-25T00:00:00Z")))
                .isEqualTo(idle(Instant.parse("2026-10-25T00:30:00Z")));
        assertThat(amina.at(Instant.parse("2026-10-25T00:30:00Z")))
                .isEqualTo(onShift(Instant.parse("2026-10-25T01:00:00Z")));
        assertThat(amina.at(Instant.parse("2026-10-25T01:00:00Z")))
                .isEqualTo(idle(Instant.parse("2026-10-25T01:30:00Z")));
        assertThat(amina.at(Instant.parse("2026-10-25T01:30:00Z")))
                .isEqualTo(onShift(Instant.parse("2026-10-25T04:00:00Z")));
    }

    @Test
    void wordCountsBeforeThePlanAndThenThePlanGoesOn() {
        var amina = of(MONDAY_EVENING, off(1, "2026-03-02T19:00", "2026-03-02T20:00"));
        assertThat(amina.at(berlin("2026-03-02T18:30"))).isEqualTo(onShift(berlin("2026-03-02T19:00")));
        assertThat(amina.at(berlin("2026-03-02T19:00")))
                .isEqualTo(new Standing(Duty.SAID_OFF, Source.WORD, berlin("2026-03-02T20:00")));
        assertThat(amina.at(berlin("2026-03-02T20:00"))).isEqualTo(onShift(berlin("2026-03-02T22:00")));
    }

    @Test
    void wordThatEndsWithinAShiftLeavesHerOnDuty() {
        var amina = of(MONDAY_EVENING, on(1, "2026-03-02T16:00", "2026-03-02T19:00"));
        assertThat(amina.at(berlin("2026-03-02T17:00")))
                .isEqualTo(new Standing(Duty.ON_DUTY, Source.WORD, berlin("2026-03-02T22:00")));
    }

    @Test
    void ofSeveralWordsTheLatestCountsAndAfterItTheOneBefore() {
        var amina = of(on(1, "2026-03-02T08:00", null), off(2, "2026-03-02T10:00", "2026-03-02T15:00"));
        assertThat(amina.at(berlin("2026-03-02T12:00")))
                .isEqualTo(new Standing(Duty.SAID_OFF, Source.WORD, berlin("2026-03-02T15:00")));
        assertThat(amina.at(berlin("2026-03-02T15:00"))).isEqualTo(new Standing(Duty.ON_DUTY, Source.WORD, null));
    }

    @Test
    void nobodyIsOnDutyBecauseOfAWordThatIsYetToBegin() {
        var amina = of(on(1, "2026-03-02T14:00", "2026-03-02T18:00"));
        assertThat(amina.at(berlin("2026-03-02T13:59"))).isEqualTo(idle(berlin("2026-03-02T14:00")));
    }

    @Test
    void longWordDoesNotHideWhenItEnds() {
        var amina = of(MONDAY_EVENING, on(1, "2026-03-02T08:00", "2126-03-01T19:00"));
        assertThat(amina.at(berlin("2026-03-02T12:00")))
                .isEqualTo(new Standing(Duty.ON_DUTY, Source.WORD, berlin("2126-03-01T19:00")));
    }

    @Test
    void absenceCountsBeforeThePlanForItsWholeDays() {
        var amina = of(MONDAY_EVENING, shift(DayOfWeek.SUNDAY, "22:00", "06:00"), away(1, "2026-03-02", "2026-03-08"));
        assertThat(amina.at(berlin("2026-03-01T23:00"))).isEqualTo(onShift(berlin("2026-03-02T00:00")));
        assertThat(amina.at(berlin("2026-03-02T18:30")))
                .isEqualTo(new Standing(Duty.SAID_OFF, Source.ABSENCE, berlin("2026-03-09T00:00")));
        assertThat(amina.at(berlin("2026-03-09T00:00"))).isEqualTo(onShift(berlin("2026-03-09T06:00")));
        assertThat(amina.isAwayOn(LocalDate.parse("2026-03-08"))).isTrue();
        assertThat(amina.isAwayOn(LocalDate.parse("2026-03-09"))).isFalse();
    }

    @Test
    void whoIsOnUntilFurtherNoticeIsNotRungOnHoliday() {
        var amina = of(on(1, "2026-02-01T08:00", null), away(2, "2026-03-02", "2026-03-08"));
        assertThat(amina.at(berlin("2026-03-05T12:00")))
                .isEqualTo(new Standing(Duty.SAID_OFF, Source.ABSENCE, berlin("2026-03-09T00:00")));
        assertThat(amina.at(berlin("2026-03-09T12:00")).duty()).isEqualTo(Duty.ON_DUTY);
    }

    @Test
    void wordBeforeTheHolidayDoesNotReachIntoItEvenIfItWasEnteredLongAgo() {
        var amina = of(away(1, "2026-03-02", "2026-03-08"), on(2, "2026-02-01T08:00", null));
        assertThat(amina.at(berlin("2026-03-05T12:00")).source()).isEqualTo(Source.ABSENCE);
    }

    @Test
    void whoSaysOnWhileSheIsAwayIsOnDuty() {
        var amina = of(away(1, "2026-03-02", "2026-03-08"), on(2, "2026-03-05T12:00", "2026-03-05T14:00"));
        assertThat(amina.at(berlin("2026-03-05T13:00")))
                .isEqualTo(new Standing(Duty.ON_DUTY, Source.WORD, berlin("2026-03-05T14:00")));
        assertThat(amina.at(berlin("2026-03-05T14:00")).source()).isEqualTo(Source.ABSENCE);
    }

    @Test
    void absenceThatIsEnteredAfterTheWordOfTheSameDayEndsIt() {
        var amina = of(on(1, "2026-03-02T08:00", null), away(2, "2026-03-02", "2026-03-02"));
        assertThat(amina.at(berlin("2026-03-02T15:00")).source()).isEqualTo(Source.ABSENCE);
    }

    @Test
    void offIsOffAlsoInAnAbsenceAndInAShift() {
        var amina = of(MONDAY_EVENING, away(1, "2026-03-02", "2026-03-02"), off(2, "2026-03-01T08:00", null));
        assertThat(amina.at(berlin("2026-03-02T18:30"))).isEqualTo(new Standing(Duty.SAID_OFF, Source.WORD, null));
    }

    @Test
    void whatMakesNoSenseCannotBeMade() {
        var noon = berlin("2026-03-02T12:00");
        var day = LocalDate.parse("2026-03-02");
        assertThatIllegalArgumentException().isThrownBy(() -> new Word(true, noon, noon));
        assertThatIllegalArgumentException().isThrownBy(() -> new Absence(UUID.randomUUID(), day, day.minusDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shift(DayOfWeek.MONDAY, LocalTime.of(18, 0, 1), LocalTime.of(22, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new QuietHours(LocalTime.of(22, 0), LocalTime.of(22, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Preferences(null, 0, false, false, false));
    }

    @Test
    void shiftsOverlapAcrossMidnightAndAcrossTheEndOfTheWeek() {
        var sundayNight = shift(DayOfWeek.SUNDAY, "22:00", "06:00");
        assertThat(sundayNight.overlaps(shift(DayOfWeek.MONDAY, "05:59", "08:00")))
                .isTrue();
        assertThat(shift(DayOfWeek.MONDAY, "05:59", "08:00").overlaps(sundayNight))
                .isTrue();
        assertThat(sundayNight.overlaps(shift(DayOfWeek.MONDAY, "06:00", "08:00")))
                .isFalse();
        assertThat(MONDAY_EVENING.overlaps(shift(DayOfWeek.TUESDAY, "18:00", "22:00")))
                .isFalse();
        assertThat(MONDAY_EVENING.overlaps(MONDAY_EVENING)).isTrue();
    }

    @Test
    void onlyHoursThatAreCoveredAsAWholeArePlanned() {
        var hours = of(shift(DayOfWeek.SUNDAY, "22:30", "01:30"), shift(DayOfWeek.MONDAY, "01:30", "02:00"))
                .plannedHours();
        assertThat(hours.stream()).containsExactly(0, 1, 6 * 24 + 23);
    }

    private static Availability of(Entry... entries) {
        return Availability.of(BERLIN, List.of(entries));
    }

    private static Shift shift(DayOfWeek day, String starts, String ends) {
        return new Shift(day, LocalTime.parse(starts), LocalTime.parse(ends));
    }

    private static Said on(long order, String from, @Nullable String until) {
        return new Said(order, new Word(true, berlin(from), until == null ? null : berlin(until)));
    }

    private static Said off(long order, String from, @Nullable String until) {
        return new Said(order, new Word(false, berlin(from), until == null ? null : berlin(until)));
    }

    private static Booked away(long order, String firstDay, String lastDay) {
        return Booked.of(
                order, new Absence(UUID.randomUUID(), LocalDate.parse(firstDay), LocalDate.parse(lastDay)), BERLIN);
    }

    private static Standing onShift(@Nullable Instant until) {
        return new Standing(Duty.ON_DUTY, Source.SHIFT, until);
    }

    private static Standing idle(@Nullable Instant until) {
        return new Standing(Duty.NOT_ON_DUTY, Source.NOTHING, until);
    }

    private static Instant berlin(String wall) {
        return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
    }
}
