package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.appointment.Samples.BERLIN;
import static de.dolmetscherhotline.appointment.Samples.noon;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.availability.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    private final Pace pace = new Pace(Samples.SETTINGS);

    private static Instant at(String there) {
        return LocalDateTime.parse(there).atZone(BERLIN).toInstant();
    }

    @ParameterizedTest(name = "{0} before the start the next are asked after {1}")
    @CsvSource({
        "PT720H, PT30M",
        "PT4H, PT30M",
        "PT3H, PT22M30S",
        "PT2H, PT15M",
        "PT40M, PT5M",
        "PT10M, PT5M",
        "PT0S, PT5M",
        "-PT1H, PT5M"
    })
    void theNearerTheStartTheSoonerOthersAreAsked(Duration before, Duration pause) {
        var now = noon("2026-12-03");
        assertThat(pace.nextWave(now, now.plus(before))).isEqualTo(now.plus(pause));
    }

    @ParameterizedTest(name = "{0} before the start we look again after {1}")
    @CsvSource({"PT720H, PT2H", "PT16H, PT2H", "PT8H, PT1H", "PT20M, PT5M"})
    void whenNobodyIsLeftWeLookAgainNowAndThen(Duration before, Duration pause) {
        var now = noon("2026-12-03");
        assertThat(pace.nextLook(now, now.plus(before))).isEqualTo(now.plus(pause));
    }

    @ParameterizedTest(name = "asked since {0} for {1}, quiet from {2} to {3}: {4}")
    @CsvSource({
        "2026-12-03T12:30, 2026-12-05T14:00, 12:00, 15:00, true",
        "2026-12-03T12:30, 2026-12-03T15:30, 12:00, 15:00, true",
        "2026-12-03T12:30, 2026-12-03T15:29, 12:00, 15:00, false",
        "2026-12-03T19:00, 2026-12-04T08:15, 18:00, 08:00, false",
        "2026-12-03T21:00, 2026-12-04T11:00, 07:00, 10:00, true",
        "2026-12-03T21:00, 2026-12-04T10:15, 07:00, 10:00, false",
        "2026-12-03T12:00, 2026-12-20T12:00, 07:00, 20:00, false",
        "2026-12-03T12:00, 2026-12-20T12:00, 00:00, 23:59, false",
        "2026-12-03T12:00, 2026-12-03T12:30, , , true",
        "2026-12-03T12:00, 2026-12-03T12:29, , , false"
    })
    void whoIsQuietCanStillBeAskedIfThereIsTimeByDayBeforeTheLastWave(
            String now, String start, @Nullable LocalTime from, @Nullable LocalTime to, boolean time) {
        var quiet = from == null || to == null ? null : new QuietHours(from, to);
        assertThat(pace.leavesTime(at(now), at(start), BERLIN, quiet)).isEqualTo(time);
    }

    @Test
    void nobodyIsAskedShortlyBeforeTheStart() {
        assertThat(pace.lastWave(at("2026-12-03T12:00"))).isEqualTo(at("2026-12-03T11:30"));
    }

    @ParameterizedTest(name = "at {0} it is the turn of {1}")
    @CsvSource({
        "2026-12-03T08:00, 2026-12-03T08:00",
        "2026-12-03T19:59, 2026-12-03T19:59",
        "2026-12-03T20:00, 2026-12-04T08:00",
        "2026-12-03T23:59, 2026-12-04T08:00",
        "2026-12-04T00:00, 2026-12-04T08:00",
        "2026-12-04T07:59, 2026-12-04T08:00",
        "2027-03-27T22:00, 2027-03-28T08:00",
        "2026-10-24T22:00, 2026-10-25T08:00"
    })
    void nightIsForSleep(String time, String turn) {
        assertThat(pace.daytime(at(time), BERLIN)).isEqualTo(at(turn));
    }

    @Test
    void ofASeriesEachHasItsTimeUnlessItIsNear() {
        var now = at("2026-11-23T10:00");
        assertThat(pace.firstWave(0, now, at("2026-12-03T12:00"))).isEqualTo(now);
        assertThat(pace.firstWave(2, now, at("2026-12-17T12:00"))).isEqualTo(at("2026-11-24T10:00"));
        assertThat(pace.firstWave(1, now, at("2026-11-26T13:00"))).isEqualTo(at("2026-11-23T13:00"));
        assertThat(pace.firstWave(1, now, at("2026-11-25T12:00"))).isEqualTo(now);
    }

    @Test
    void sheIsRemindedOnTheDayBeforeUnlessThatIsOver() {
        var start = at("2026-12-03T14:00");
        assertThat(pace.dayReminder(at("2026-12-01T10:00"), start, BERLIN)).hasValue(at("2026-12-02T17:00"));
        assertThat(pace.dayReminder(at("2026-12-02T17:00"), start, BERLIN)).isEmpty();
        assertThat(pace.dayReminder(at("2026-12-03T09:00"), start, BERLIN)).isEmpty();
    }

    @Test
    void sheIsRemindedShortlyBeforeButNotAtNight() {
        var now = at("2026-12-01T10:00");
        assertThat(pace.soonReminder(now, at("2026-12-03T14:00"), BERLIN)).hasValue(at("2026-12-03T12:00"));
        assertThat(pace.soonReminder(now, at("2026-12-03T09:00"), BERLIN)).hasValue(at("2026-12-03T08:00"));
        assertThat(pace.soonReminder(now, at("2026-12-03T08:00"), BERLIN)).isEmpty();
        assertThat(pace.soonReminder(now, at("2026-12-03T07:00"), BERLIN)).isEmpty();
        assertThat(pace.soonReminder(at("2026-12-03T12:30"), at("2026-12-03T14:00"), BERLIN))
                .isEmpty();
    }

    @ParameterizedTest(name = "asked at {0} for {1}, the coordinator is told at {2}")
    @CsvSource({
        "2026-12-01T10:00, 2026-12-04T14:00, 2026-12-01T14:00",
        "2026-12-01T18:00, 2026-12-04T14:00, 2026-12-02T08:00",
        "2026-12-01T10:00, 2026-12-01T18:00, 2026-12-01T11:00",
        "2026-12-01T23:00, 2026-12-02T07:00, 2026-12-02T00:00"
    })
    void whoDoesNotSayWhetherSheComesIsMadeKnownByDayIfThatIsEarlyEnough(String asked, String start, String told) {
        assertThat(pace.doubtTold(at(asked), at(start), BERLIN)).isEqualTo(at(told));
    }
}
