package de.dolmetscherhotline.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.dashboard.figures.HeatMap.Square;
import de.dolmetscherhotline.evaluation.Evaluation.Heat;
import de.dolmetscherhotline.evaluation.Evaluation.Hour;
import de.dolmetscherhotline.kernel.Language;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days that are taken together. */
class HeatMapTest {

    private static final Hour NOTHING = new Hour(0, 0, 0);

    @Test
    void callsAreAddedAndOfThePlansTheLeastCounts() {
        var arabic = heat(
                "ar",
                Map.of(
                        DayOfWeek.MONDAY, new Hour(3, 1, 2),
                        DayOfWeek.TUESDAY, new Hour(4, 0, 1),
                        DayOfWeek.SATURDAY, new Hour(9, 9, 0)));
        assertThat(at(9, arabic, "monday")).isEqualTo(new Square(3, 2, false, 4));
        // On three workdays nobody plans to be there, but nobody called then.
        assertThat(at(9, arabic, "workdays")).isEqualTo(new Square(7, 0, false, 4));
        assertThat(at(9, arabic, "weekend")).isEqualTo(new Square(9, 0, true, 4));
        assertThat(at(10, arabic, "weekend")).isEqualTo(new Square(0, 0, false, 0));
        assertThat(map("weekend", arabic).lines().getFirst().unplanned()).isEqualTo(9);
    }

    @Test
    void theMostFrequentLanguageComesFirstAndIsTheDarkest() {
        var arabic = heat("ar", Map.of(DayOfWeek.MONDAY, new Hour(1, 0, 1)));
        var tigrinya = heat("ti", Map.of(DayOfWeek.MONDAY, new Hour(8, 0, 1)));
        var onlySpoken = heat("vi", Map.of(DayOfWeek.MONDAY, new Hour(0, 0, 1)));
        var elsewhen = heat("uk", Map.of(DayOfWeek.SUNDAY, new Hour(5, 0, 1)));
        var lines = map("monday", arabic, tigrinya, onlySpoken, elsewhen).lines();
        assertThat(lines).extracting(HeatMap.Line::language).containsExactly("ti", "ar", "vi");
        assertThat(lines).extracting(line -> line.squares().get(9).level()).containsExactly(4, 1, 0);
    }

    @Test
    void whatIsNoDayMeansWorkdays() {
        assertThat(map("someday").days()).isEqualTo("workdays");
        assertThat(HeatMap.of(List.of(), null, heat -> "").days()).isEqualTo("workdays");
    }

    private static Square at(int hour, Heat heat, String days) {
        return map(days, heat).lines().getFirst().squares().get(hour);
    }

    private static HeatMap map(String days, Heat... heats) {
        return HeatMap.of(List.of(heats), days, heat -> heat.language().tag());
    }

    /** All between nine and ten. */
    private static Heat heat(String language, Map<DayOfWeek, Hour> nine) {
        var week = new EnumMap<DayOfWeek, List<Hour>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(
                    day,
                    IntStream.range(0, 24)
                            .mapToObj(hour -> hour == 9 ? nine.getOrDefault(day, NOTHING) : NOTHING)
                            .toList());
        }
        return new Heat(new Language(language), Collections.unmodifiableMap(week));
    }
}
