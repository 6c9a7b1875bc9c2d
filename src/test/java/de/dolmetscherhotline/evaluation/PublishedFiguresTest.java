package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.evaluation.Evaluation.Overview;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Key figures of small and large districts, as the committee reads them. */
class PublishedFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    @Test
    void noFigureAndNoDifferenceOfTwoTellsOfOneToFour() {
        var random = new Random(19);
        for (int i = 0; i < 2_000; i++) {
            var overview = overview(random, 1 + random.nextInt(60));
            var counted = overview.counted();
            var told = told(overview);
            long others = counted.calls() - counted.sessions();
            isNotFew(told, Figure.CALLS, counted.calls(), 0);
            isNotFew(told, Figure.SESSIONS, counted.sessions(), 0);
            isNotFew(told, Figure.ATTEMPTS, counted.attempts(), 0);
            isNotFew(told, Figure.EMERGENCIES, counted.emergencies(), counted.calls());
            isNotFew(told, Figure.RATINGS, counted.ratings(), counted.sessions());
            isNotFew(told, Figure.ABANDONED, counted.abandoned(), others);
            isNotFew(told, Figure.UNCOVERED, counted.uncovered(), others);
            for (var waits : List.of(Figure.MEDIAN_SECONDS, Figure.SECONDS_80, Figure.SECONDS_95)) {
                if (told.containsKey(waits)) {
                    assertThat(overview.waits().sessions()).as("%s", overview).isGreaterThan(4);
                }
            }
            assertThat(told).doesNotContainKey(Figure.WANTED);
        }
    }

    @Test
    void aLargeDistrictIsToldAlmostEverything() {
        var counted = new Measures(
                30, 400, 40, 300, 9_000_000, 60, 350, 20, 290, 200, 250, 280, List.of(5L, 5L, 20L, 40L, 60L));
        var told = told(new Overview(counted, new Waits(290, 12, 40, 90), Waits.NONE));
        assertThat(told.keySet()).isEqualTo(PublishedFigures.TOLD);
        assertThat(told.get(Figure.ABANDONED)).isEqualByComparingTo("60");
    }

    /** A direct call among many that were rung back: its waiting time would be the median. */
    @Test
    void theWaitingTimeOfOneCallerIsNotTold() {
        var counted = new Measures(0, 60, 0, 40, 900_000, 0, 1, 0, 1, 1, 1, 1, List.of(0L, 0L, 0L, 0L, 0L));
        var told = told(new Overview(counted, new Waits(1, 17, 17, 17), new Waits(39, 300, 400, 500)));
        assertThat(told).containsKey(Figure.SESSIONS).doesNotContainKey(Figure.MEDIAN_SECONDS);
    }

    private static Map<Figure, BigDecimal> told(Overview overview) {
        var counted = overview.counted();
        var people = LongStream.range(0, 12)
                .mapToObj(n -> new Load(
                        new UUID(0, n), counted.sessions() / 12 + (n < counted.sessions() % 12 ? 1 : 0), 0, 9, 9))
                .toList();
        var tables = CallTables.of(Map.of("Helmstedt", counted), people, List.of(), DAY);
        var told = new EnumMap<Figure, BigDecimal>(Figure.class);
        for (var figure : Figure.values()) {
            var value = PublishedFigures.of(figure, tables, overview);
            if (value != null) {
                told.put(figure, value);
            }
        }
        return told;
    }

    private static void isNotFew(Map<Figure, BigDecimal> told, Figure figure, long counted, long whole) {
        if (told.containsKey(figure)) {
            assertThat(told.get(figure)).isEqualByComparingTo(BigDecimal.valueOf(counted));
            assertThat(counted).as("%s", figure).isNotIn(1L, 2L, 3L, 4L);
            if (whole > 0) {
                assertThat(whole - counted).as("what %s leaves", figure).isNotIn(1L, 2L, 3L, 4L);
            }
        }
    }

    private static Overview overview(Random random, int calls) {
        int sessions = random.nextInt(calls + 1);
        int others = calls - sessions;
        int uncovered = random.nextInt(others + 1);
        int connected = random.nextInt(sessions + 1);
        int rated = random.nextInt(sessions + 1);
        var counted = new Measures(
                random.nextInt(9),
                calls,
                random.nextInt(calls + 1),
                sessions,
                60_000L * sessions,
                random.nextInt(others + 1),
                connected + (long) uncovered,
                uncovered,
                connected,
                connected / 3,
                connected / 2,
                connected,
                List.of(0L, 0L, 0L, 0L, (long) rated));
        return new Overview(counted, connected == 0 ? Waits.NONE : new Waits(connected, 10, 20, 30), Waits.NONE);
    }
}
