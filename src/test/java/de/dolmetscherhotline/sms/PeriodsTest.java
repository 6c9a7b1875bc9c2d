package de.dolmetscherhotline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Nonsense;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which times are meant depends on when somebody writes; all of these are written in Helmstedt. */
class PeriodsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String MONDAY_THREE_PM = "2026-11-23T15:00";

    /** The nights in which clocks go forward and back. */
    private static final List<String> NIGHTS = List.of("2026-03-29T00:00", "2026-10-25T00:00");

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T15:00 | AN                 | 2026-11-23T15:00 |
            2026-11-23T15:00 | AN BIS 18          | 2026-11-23T15:00 | 2026-11-23T18:00
            2026-11-23T18:00 | AN BIS 18          | 2026-11-23T18:00 | 2026-11-24T18:00
            2026-11-23T19:00 | AN BIS 18          | 2026-11-23T19:00 | 2026-11-24T18:00
            2026-11-23T15:00 | AN BIS 6           | 2026-11-23T15:00 | 2026-11-23T18:00
            2026-11-23T22:00 | AN BIS 6           | 2026-11-23T22:00 | 2026-11-24T06:00
            2026-11-23T15:00 | AN BIS 6:00        | 2026-11-23T15:00 | 2026-11-24T06:00
            2026-11-23T15:00 | AN BIS HALB SIEBEN | 2026-11-23T15:00 | 2026-11-23T18:30
            2026-11-23T15:00 | AN BIS 12          | 2026-11-23T15:00 | 2026-11-24T00:00
            2026-11-23T15:00 | AN BIS 24          | 2026-11-23T15:00 | 2026-11-24T00:00
            2026-11-23T15:00 | AN BIS HEUTE 6     | 2026-11-23T15:00 | 2026-11-23T18:00
            2026-11-23T15:00 | AN BIS MORGEN 8    | 2026-11-23T15:00 | 2026-11-24T08:00
            2026-11-23T15:00 | AN BIS FR 18       | 2026-11-23T15:00 | 2026-11-27T18:00
            2026-11-23T15:00 | AN 2H              | 2026-11-23T15:00 | 2026-11-23T17:00
            2026-11-23T15:00 | AN 14-18           | 2026-11-23T15:00 | 2026-11-23T18:00
            2026-11-23T13:00 | AN 14-18           | 2026-11-23T14:00 | 2026-11-23T18:00
            2026-11-23T18:00 | AN 14-18           | 2026-11-24T14:00 | 2026-11-24T18:00
            2026-11-23T15:00 | AN 22-6            | 2026-11-23T22:00 | 2026-11-24T06:00
            2026-11-24T03:00 | AN 22-6            | 2026-11-24T03:00 | 2026-11-24T06:00
            2026-11-23T15:00 | AN 9-5             | 2026-11-23T15:00 | 2026-11-23T17:00
            2026-11-23T18:00 | AN 9-5             | 2026-11-24T09:00 | 2026-11-24T17:00
            2026-11-23T15:00 | AN MO 8-12         | 2026-11-30T08:00 | 2026-11-30T12:00
            2026-11-23T09:00 | AN MO 8-12         | 2026-11-23T09:00 | 2026-11-23T12:00
            2026-11-23T15:00 | AN MORGEN 14-18    | 2026-11-24T14:00 | 2026-11-24T18:00
            2026-11-23T12:00 | AN AB 14           | 2026-11-23T14:00 | 2026-11-24T00:00
            2026-11-23T14:10 | AN AB 14           | 2026-11-23T14:10 | 2026-11-24T00:00
            2026-11-23T20:00 | AN AB 8            | 2026-11-24T08:00 | 2026-11-25T00:00
            2026-11-23T15:00 | HEUTE AN           | 2026-11-23T15:00 | 2026-11-24T00:00
            2026-11-23T15:00 | AUS                | 2026-11-23T15:00 |
            2026-11-23T15:00 | AUS BIS MO 8       | 2026-11-23T15:00 | 2026-11-30T08:00
            2026-11-23T07:00 | AUS BIS MO 8       | 2026-11-23T07:00 | 2026-11-23T08:00
            2026-11-27T15:00 | AUS BIS MO 8       | 2026-11-27T15:00 | 2026-11-30T08:00
            2026-11-23T19:00 | AUS BIS 8          | 2026-11-23T19:00 | 2026-11-24T08:00
            2026-11-23T15:00 | AUS BIS 6          | 2026-11-23T15:00 | 2026-11-24T06:00
            2026-11-23T15:00 | AUS BIS FREITAG    | 2026-11-23T15:00 | 2026-11-28T00:00
            2026-11-23T15:00 | AUS BIS MONTAG     | 2026-11-23T15:00 | 2026-12-01T00:00
            2026-11-23T15:00 | AUS BIS 24.12.     | 2026-11-23T15:00 | 2026-12-25T00:00
            2026-11-23T15:00 | AUS BIS 1.3.       | 2026-11-23T15:00 | 2027-03-02T00:00
            2026-11-23T15:00 | AUS 24.12.-2.1.    | 2026-12-24T00:00 | 2027-01-03T00:00
            2026-11-23T15:00 | AUS FR-SO          | 2026-11-27T00:00 | 2026-11-30T00:00
            2026-11-23T15:00 | HEUTE NICHT DA     | 2026-11-23T15:00 | 2026-11-24T00:00
            2026-11-23T15:00 | MORGEN NICHT DA    | 2026-11-24T00:00 | 2026-11-25T00:00
            2026-11-23T15:00 | AUS AB 18          | 2026-11-23T18:00 |
            2026-11-23T15:00 | UM 18 UHR AUS      | 2026-11-23T18:00 |
            2026-11-23T15:00 | HEUTE AB 18 NICHT DA | 2026-11-23T18:00 | 2026-11-24T00:00
            2026-11-23T15:00 | DI BIS 12 NICHT DA | 2026-11-24T00:00 | 2026-11-24T12:00
            # the clocks go forward from 2:00 to 3:00
            2026-03-29T01:30 | AN BIS 2:30        | 2026-03-29T01:30 | 2026-03-29T03:00
            2026-03-29T01:30 | AN 2H              | 2026-03-29T01:30 | 2026-03-29T04:30
            2026-03-28T20:00 | AN 02:30-03:30     | 2026-03-29T03:00 | 2026-03-29T03:30
            """)
    void timesAreThoseThatAreMeant(LocalDateTime now, String text, LocalDateTime from, LocalDateTime until) {
        var expected = new Period(berlin(from), until == null ? null : berlin(until));

        assertThat(period(text, berlin(now))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AN 2-4",
                "AN AB 3",
                "AN BIS HEUTE 14",
                "AN BIS FREITAG",
                "AN BIS MORGEN",
                "AN AM SAMSTAG",
                "AN BIS 24.12.",
                "AN AB MONTAG",
                "MONTAG BIS 12 UHR ERREICHBAR",
                "UM 18 UHR ERREICHBAR",
                "AN 30H",
                "AN 0H",
                "AN 8-8",
                "AN BIS 24.12. 18 UHR",
                "AUS BIS 31.2.",
                "AUS BIS 30.11.2020",
                "AUS BIS 20.11.",
                "AUS BIS HEUTE 14"
            })
    void whoseTimeIsInDoubtIsAsked(String text) {
        assertThat(period(text, berlin(LocalDateTime.parse(MONDAY_THREE_PM)))).isEmpty();
    }

    /** 2:30 comes twice; 0:00 and 4:00 are summer and winter time. */
    @Test
    void whenATimeComesTwiceSheIsRungForTheShorterTime() {
        var midnight = Instant.parse("2026-10-24T22:00:00Z");
        var firstPass = Instant.parse("2026-10-25T00:30:00Z");
        var secondPass = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(period("AN BIS 2:30", midnight)).contains(new Period(midnight, firstPass));
        assertThat(period("AN BIS 2:30", firstPass)).contains(new Period(firstPass, secondPass));
        assertThat(period("AUS BIS 2:30", midnight)).contains(new Period(midnight, secondPass));
        assertThat(period("AN 02:30-04:00", midnight))
                .contains(new Period(secondPass, Instant.parse("2026-10-25T03:00:00Z")));
        assertThat(period("AUS 02:30-04:00", midnight))
                .contains(new Period(firstPass, Instant.parse("2026-10-25T03:00:00Z")));
    }

    @Test
    void endOfATimeWithoutADayIsInTheComingDayAndShowsThatTime() {
        for (var now : instantsAroundChangesOfTheClock()) {
            for (int minute = 0; minute < WallTime.MIDNIGHT; minute += 15) {
                var text = String.format(Locale.ROOT, "BIS %02d:%02d", minute / 60, minute % 60);
                assertEndIsNear(text, minute, now);
            }
        }
    }

    private static void assertEndIsNear(String text, int minute, Instant now) {
        for (var command : List.of("AN " + text, "AUS " + text)) {
            var period = period(command, now).orElseThrow();
            var end = Objects.requireNonNull(period.until());
            assertThat(period.from()).isEqualTo(now);
            assertThat(end).as("%s at %s", command, now).isAfter(now).isBeforeOrEqualTo(now.plus(Duration.ofHours(25)));
            assertThat(shows(end, minute))
                    .as("%s at %s ends %s", command, now, end)
                    .isTrue();
        }
    }

    /** Either that time, or the first one after it was skipped. */
    private static boolean shows(Instant instant, int minute) {
        var wall = LocalDateTime.ofInstant(instant, BERLIN);
        var wanted = wall.toLocalDate().atStartOfDay().plusMinutes(minute);
        boolean skipped = BERLIN.getRules().getValidOffsets(wanted).isEmpty();
        return skipped ? wall.toLocalTime().equals(LocalTime.of(3, 0)) : wall.equals(wanted);
    }

    private static List<Instant> instantsAroundChangesOfTheClock() {
        return NIGHTS.stream()
                .map(night -> berlin(LocalDateTime.parse(night)).minus(Duration.ofHours(24)))
                .flatMap(start -> IntStream.range(0, 100).mapToObj(step -> start.plus(Duration.ofMinutes(37L * step))))
                .toList();
    }

    @Test
    void everyPeriodIsAheadInOrderAndBounded() {
        var nonsense = Nonsense.about("periods");
        var texts = List.of(
                "AN %1$d-%2$d",
                "AN BIS %1$d",
                "AN %1$02d:%3$02d-%2$02d:%3$02d",
                "AUS BIS %1$d",
                "AUS %1$d-%2$d",
                "AN AB %1$d",
                "AUS AB %1$d",
                "AN MO %1$d-%2$d",
                "AN BIS SO %1$d",
                "MORGEN %1$d-%2$d NICHT DA",
                "AN %1$dH",
                "AUS BIS %1$d.%2$d.",
                "HEUTE BIS %1$d DA",
                "AN VON SA %1$d BIS SO %2$d");
        for (int i = 0; i < 20_000; i++) {
            var text = String.format(
                    Locale.ROOT, nonsense.oneOf(texts), nonsense.below(25), nonsense.below(25), nonsense.below(60));
            var now = berlin(LocalDateTime.parse(nonsense.oneOf(NIGHTS)))
                    .plus(Duration.ofMinutes(nonsense.below(20_000) - 10_000));
            period(text, now).ifPresent(period -> assertSound(text, now, period));
        }
    }

    private static void assertSound(String text, Instant now, Period period) {
        assertThat(period.from()).as("%s at %s", text, now).isAfterOrEqualTo(now);
        if (period.until() != null) {
            assertThat(period.until()).as("%s at %s", text, now).isAfter(period.from());
        }
        if (text.startsWith("AN") && !text.equals("AN")) {
            assertThat(period.until())
                    .as("%s at %s", text, now)
                    .isNotNull()
                    .isBeforeOrEqualTo(now.plus(Duration.ofDays(8)));
        }
    }

    private static Optional<Period> period(String text, Instant now) {
        return switch (Grammar.read(text)) {
            case TextCommand.On on -> Periods.on(on.when(), now, BERLIN);
            case TextCommand.Off off -> Periods.off(off.when(), now, BERLIN);
            default -> Optional.empty();
        };
    }

    private static Instant berlin(LocalDateTime wall) {
        return wall.atZone(BERLIN).toInstant();
    }
}
