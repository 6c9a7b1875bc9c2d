package de.dolmetscherhotline.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When quiet hours hold, and which words stand against them. */
class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    private static final QuietHours NOON = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));

    @Test
    void theyIncludeTheirStartAndNotTheirEndAlsoAcrossMidnight() {
        assertThat(NIGHT.hold(berlin("2026-03-02T21:59"), BERLIN, null)).isFalse();
        assertThat(NIGHT.hold(berlin("2026-03-02T22:00"), BERLIN, null)).isTrue();
        assertThat(NIGHT.hold(berlin("2026-03-03T06:59"), BERLIN, null)).isTrue();
        assertThat(NIGHT.hold(berlin("2026-03-03T07:00"), BERLIN, null)).isFalse();
        assertThat(NOON.hold(berlin("2026-03-02T12:00"), BERLIN, null)).isTrue();
        assertThat(NOON.hold(berlin("2026-03-02T14:00"), BERLIN, null)).isFalse();
    }

    @Test
    void theyAreWallTimeInTheNightsInWhichTheClocksChange() {
        assertThat(NIGHT.hold(Instant.parse("2026-03-29T04:59:00Z"), BERLIN, null))
                .isTrue();
        assertThat(NIGHT.hold(Instant.parse("2026-03-29T05:00:00Z"), BERLIN, null))
                .isFalse();
        assertThat(NIGHT.hold(Instant.parse("2026-10-25T05:59:00Z"), BERLIN, null))
                .isTrue();
        assertThat(NIGHT.hold(Instant.parse("2026-10-25T06:00:00Z"), BERLIN, null))
                .isFalse();
    }

    @Test
    void whoIsOnUntilFurtherNoticeIsNotRungAtNightForThat() {
        assertThat(NIGHT.hold(berlin("2026-03-03T03:00"), BERLIN, on("2026-02-01T08:00", null)))
                .isTrue();
        assertThat(NIGHT.hold(berlin("2026-03-02T23:00"), BERLIN, on("2026-03-02T21:59", null)))
                .isTrue();
    }

    @Test
    void whoSaysOnInHerQuietHoursMeansIt() {
        assertThat(NIGHT.hold(berlin("2026-03-03T03:00"), BERLIN, on("2026-03-02T22:00", null)))
                .isFalse();
        assertThat(NIGHT.hold(berlin("2026-03-03T03:00"), BERLIN, on("2026-03-03T02:00", null)))
                .isFalse();
        assertThat(NIGHT.hold(berlin("2026-03-03T23:00"), BERLIN, on("2026-03-03T02:00", null)))
                .isTrue();
        assertThat(NOON.hold(berlin("2026-03-02T13:00"), BERLIN, on("2026-03-02T12:30", null)))
                .isFalse();
    }

    @Test
    void whoNamesAnEndWithinADayMeansTheHoursUntilThen() {
        assertThat(NIGHT.hold(berlin("2026-03-02T23:00"), BERLIN, on("2026-03-02T18:00", "2026-03-03T00:00")))
                .isFalse();
        assertThat(NIGHT.hold(berlin("2026-03-03T03:00"), BERLIN, on("2026-03-02T18:00", "2026-03-09T08:00")))
                .isTrue();
    }

    @Test
    void offDoesNotEndThem() {
        var off = new Word(false, berlin("2026-03-02T23:00"), null);
        assertThat(NIGHT.hold(berlin("2026-03-02T23:30"), BERLIN, off)).isTrue();
    }

    private static Word on(String from, @Nullable String until) {
        return new Word(true, berlin(from), until == null ? null : berlin(until));
    }

    private static Instant berlin(String wall) {
        return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
    }
}
