package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "18:00, 18:00",
        "18, 18:00",
        "8, 08:00",
        "18.30, 18:30",
        "8:05, 08:05",
        "18 Uhr, 18:00",
        "18:30 Uhr, 18:30",
        "18h30, 18:30",
        "06:00:00, 06:00",
        "24:00, 00:00",
        "24, 00:00",
        "0:00, 00:00"
    })
    void timesAreReadAsPeopleWriteThem(String typed, LocalTime time) {
        assertThat(Clocks.time(typed)).hasValue(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "25:00", "18:60", "24:01", "1800", "-1", "18:0", "99999999999", "18:00 18:00", "٣:٠٠"})
    void whatIsNoTimeIsNone(String typed) {
        assertThat(Clocks.time(typed)).isEmpty();
    }

    @Test
    void daysAreReadAsBrowsersSendThemAndAsPeopleWriteThem() {
        assertThat(Clocks.day("2026-12-24")).hasValue(LocalDate.of(2026, 12, 24));
        assertThat(Clocks.day("24.12.2026")).hasValue(LocalDate.of(2026, 12, 24));
        assertThat(Clocks.day("1.1.2027")).hasValue(LocalDate.of(2027, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2026-13-01", "24.12.", "24/12/2026", "+999999999-12-31.", "2026-02-30"})
    void whatIsNoDayIsNone(String typed) {
        assertThat(Clocks.day(typed)).isEmpty();
    }

    @Test
    void onlyDaysThatCanBeMeantAreNear() {
        var today = LocalDate.of(2026, 11, 23);
        assertThat(Clocks.isNear(today.plusYears(2), today)).isTrue();
        assertThat(Clocks.isNear(today.plusYears(9), today)).isFalse();
        assertThat(Clocks.isNear(LocalDate.MAX, today)).isFalse();
        assertThat(Clocks.isNear(LocalDate.MIN, today)).isFalse();
    }

    @Test
    void aTimeThatIsOverMeansTomorrow() {
        assertThat(Clocks.next(LocalTime.of(18, 0), MONDAY_TEN, BERLIN)).isEqualTo("2026-11-23T17:00:00Z");
        assertThat(Clocks.next(LocalTime.of(8, 0), MONDAY_TEN, BERLIN)).isEqualTo("2026-11-24T07:00:00Z");
        assertThat(Clocks.next(LocalTime.of(10, 0), MONDAY_TEN, BERLIN)).isEqualTo("2026-11-24T09:00:00Z");
    }

    @Test
    void aTimeThatSpringLeavesOutComesAnHourLater() {
        var night = Instant.parse("2027-03-28T00:00:00Z");
        assertThat(Clocks.next(LocalTime.of(2, 30), night, BERLIN)).isEqualTo("2027-03-28T01:30:00Z");
    }

    @Test
    void momentsNameTheDayOnlyIfItIsAnother() {
        assertThat(german("2026-11-23T17:00:00Z")).isEqualTo("18:00 Uhr");
        assertThat(german("2026-11-24T07:00:00Z")).isEqualTo("Dienstag, 8:00 Uhr");
        assertThat(german("2026-11-30T07:00:00Z")).isEqualTo("30. November 2026, 8:00 Uhr");
        assertThat(Clocks.moment(Instant.parse("2026-11-24T07:00:00Z"), MONDAY_TEN, BERLIN, Locale.ENGLISH))
                .isEqualTo("Tuesday, 08:00");
    }

    private static String german(String instant) {
        return Clocks.moment(Instant.parse(instant), MONDAY_TEN, BERLIN, Locale.GERMAN);
    }
}
