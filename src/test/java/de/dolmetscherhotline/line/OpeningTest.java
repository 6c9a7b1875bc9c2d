package de.dolmetscherhotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.OpeningHours.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OpeningTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final District HELMSTEDT =
            new District(DistrictId.random(), "Landkreis Helmstedt", BERLIN, District.DEFAULT_REGION);
    private static final List<Span> CLOSED = List.of();

    @Test
    void aLineWithoutOpeningHoursIsAlwaysOpen() {
        assertLineIs(true, "2026-04-03T03:00", null);
    }

    @Test
    void aSpanIncludesItsBeginningAndNotItsEnd() {
        var hours = always(span("08:00", "18:00"));
        assertClosed("2026-11-23T07:59:59", hours);
        assertOpen("2026-11-23T08:00", hours);
        assertOpen("2026-11-23T17:59:59", hours);
        assertClosed("2026-11-23T18:00", hours);
    }

    @Test
    void aLineIsClosedBetweenTwoSpans() {
        var hours = always(span("08:00", "12:00"), span("13:00", "18:00"));
        assertOpen("2026-11-23T11:59", hours);
        assertClosed("2026-11-23T12:30", hours);
        assertOpen("2026-11-23T13:00", hours);
    }

    @Test
    void eachWeekdayHasItsOwnSpans() {
        var monday = new OpeningHours(day("08:00", "18:00"), CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED);
        var sunday = new OpeningHours(CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, day("08:00", "18:00"), CLOSED);
        assertOpen("2026-11-23T10:00", monday);
        assertClosed("2026-11-24T10:00", monday);
        assertClosed("2026-11-23T10:00", sunday);
        assertOpen("2026-11-22T10:00", sunday);
    }

    @Test
    void aSpanThatEndsAtMidnightLastsUntilTheDayIsOver() {
        var fridayNight =
                new OpeningHours(CLOSED, CLOSED, CLOSED, CLOSED, day("20:00", "00:00"), CLOSED, CLOSED, CLOSED);
        assertOpen("2026-11-27T23:59", fridayNight);
        assertOpen("2026-11-27T23:59:59.999999999", fridayNight);
        assertClosed("2026-11-28T00:00", fridayNight);
        assertClosed("2026-11-27T00:00", fridayNight);
    }

    @Test
    void aNightIsTwoSpansThatMeetAtMidnight() {
        var night = new OpeningHours(
                CLOSED, CLOSED, CLOSED, CLOSED, day("20:00", "00:00"), day("00:00", "06:00"), CLOSED, CLOSED);
        assertOpen("2026-11-27T23:59", night);
        assertOpen("2026-11-28T00:00", night);
        assertClosed("2026-11-28T06:00", night);
    }

    @Test
    void fromMidnightToMidnightIsTheWholeDay() {
        var wholeDay = always(span("00:00", "00:00"));
        assertOpen("2026-11-23T00:00", wholeDay);
        assertOpen("2026-11-23T23:59:59", wholeDay);
    }

    @Test
    void onPublicHolidaysTheLineIsClosedUnlessItSaysOtherwise() {
        var weekdays = always(span("08:00", "18:00"));
        assertClosed("2026-04-03T10:00", weekdays);
        assertClosed("2026-04-06T10:00", weekdays);
        assertClosed("2026-10-31T10:00", weekdays);
        assertClosed("2026-12-25T10:00", weekdays);
        var holidaysToo = onHolidays(day("10:00", "12:00"), span("08:00", "18:00"));
        assertOpen("2026-10-31T10:00", holidaysToo);
        assertClosed("2026-10-31T08:00", holidaysToo);
        assertOpen("2026-10-30T08:00", holidaysToo);
    }

    @Test
    void daysThatAreNoHolidaysInLowerSaxonyAreDaysLikeOthers() {
        var weekdays = always(span("08:00", "18:00"));
        var fronleichnam = "2026-06-04T10:00";
        assertOpen(fronleichnam, weekdays);
        assertOpen("2026-12-24T10:00", weekdays);
        assertOpen("2026-04-04T10:00", weekdays);
        assertOpen("2026-11-18T10:00", weekdays);
    }

    @Test
    void theHolidaysOfTheDistrictsOwnStateCount() {
        var cologne = new District(DistrictId.random(), "Köln", BERLIN, "DE-NW");
        var weekdays = always(span("08:00", "18:00"));
        assertThat(at("2026-06-04T10:00").isWithin(weekdays, cologne)).isFalse();
        assertThat(at("2026-10-31T10:00").isWithin(weekdays, cologne)).isTrue();
    }

    @Test
    void aHolidayLastsFromMidnightToMidnightInTheDistrict() {
        var dayAndNight = always(span("00:00", "00:00"));
        assertOpen("2026-04-02T23:59:59", dayAndNight);
        assertClosed("2026-04-03T00:00", dayAndNight);
        assertClosed("2026-04-03T23:59:59", dayAndNight);
        assertOpen("2026-04-04T00:00", dayAndNight);
    }

    @Test
    void theHourThatComesTwiceInAutumnIsOpenTwiceIfItIsOpen() {
        var fromTwoToThree = always(span("02:00", "03:00"));
        assertThat(atInstant("2026-10-24T23:59:59Z").isWithin(fromTwoToThree, HELMSTEDT))
                .isFalse();
        assertThat(atInstant("2026-10-25T00:30:00Z").isWithin(fromTwoToThree, HELMSTEDT))
                .isTrue();
        assertThat(atInstant("2026-10-25T01:30:00Z").isWithin(fromTwoToThree, HELMSTEDT))
                .isTrue();
        assertThat(atInstant("2026-10-25T02:00:00Z").isWithin(fromTwoToThree, HELMSTEDT))
                .isFalse();
    }

    @Test
    void theHourThatIsLeftOutInSpringShortensTheNight() {
        var betweenHalfPastTwoAndFour = always(span("02:30", "04:00"));
        assertThat(atInstant("2026-03-29T00:59:59Z").isWithin(betweenHalfPastTwoAndFour, HELMSTEDT))
                .isFalse();
        assertThat(atInstant("2026-03-29T01:00:00Z").isWithin(betweenHalfPastTwoAndFour, HELMSTEDT))
                .isTrue();
        assertThat(atInstant("2026-03-29T02:00:00Z").isWithin(betweenHalfPastTwoAndFour, HELMSTEDT))
                .isFalse();
    }

    @Test
    void aLineIsOpenByTheWallTimeOfItsDistrict() {
        assertLineIs(true, "2026-07-01T08:00", always(span("08:00", "09:00")));
        assertLineIs(true, "2026-12-01T08:00", always(span("08:00", "09:00")));
        assertLineIs(false, "2026-12-01T09:00", always(span("08:00", "09:00")));
    }

    private static void assertOpen(String wallTime, OpeningHours hours) {
        assertThat(at(wallTime).isWithin(hours, HELMSTEDT)).as(wallTime).isTrue();
    }

    private static void assertClosed(String wallTime, OpeningHours hours) {
        assertThat(at(wallTime).isWithin(hours, HELMSTEDT)).as(wallTime).isFalse();
    }

    private static void assertLineIs(boolean open, String wallTime, @Nullable OpeningHours hours) {
        var line = new Line(
                LineId.random(),
                HELMSTEDT.id(),
                new PhoneNumber("+493023125100"),
                List.of(),
                hours,
                null,
                null,
                null,
                Line.DEFAULT_CLOSED_CHOICES);
        at(wallTime).isOpen(line).as(StepVerifier::create).expectNext(open).verifyComplete();
    }

    private static Opening at(String wallTime) {
        return opening(LocalDateTime.parse(wallTime).atZone(BERLIN).toInstant());
    }

    private static Opening atInstant(String instant) {
        return opening(Instant.parse(instant));
    }

    private static Opening opening(Instant now) {
        return new Opening(id -> Mono.just(HELMSTEDT), new PublicHolidays(), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** On every day but public holidays. */
    private static OpeningHours always(Span... spans) {
        return onHolidays(CLOSED, spans);
    }

    private static OpeningHours onHolidays(List<Span> holidays, Span... spans) {
        var day = List.of(spans);
        return new OpeningHours(day, day, day, day, day, day, day, holidays);
    }

    private static List<Span> day(String from, String to) {
        return List.of(span(from, to));
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }
}
