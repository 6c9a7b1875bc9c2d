package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.evaluation.Evaluation.Demand;
import de.dolmetscherhotline.evaluation.Evaluation.Heat;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Demand against readiness by language and hour of the day, on these days of the week. */
public record HeatMap(String days, List<Line> lines) {

    private static final String WORKDAYS = "workdays";
    private static final String WEEKEND = "weekend";
    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** How dark the darkest square is. */
    private static final int LEVELS = 4;

    public HeatMap {
        lines = List.copyOf(lines);
    }

    /**
     * A language.
     *
     * @param calls of all hours
     * @param unplanned of these, in hours for which nobody plans to be there
     */
    public record Line(String language, long calls, long unplanned, List<Square> squares) {}

    /**
     * An hour.
     *
     * @param level how many calls these are beside the most of all squares, from 0 to 4
     */
    public record Square(long calls, int ready, boolean gap, int level) {}

    /** Words for the days that one can choose. */
    static List<String> choices() {
        return Stream.concat(
                        Stream.of(WORKDAYS, WEEKEND),
                        Arrays.stream(DayOfWeek.values()).map(HeatMap::word))
                .toList();
    }

    /** @param asked for which days; where it is none of the words: workdays */
    static HeatMap of(List<Heat> found, @Nullable String asked, Function<Heat, String> name) {
        var days = asked != null && choices().contains(asked) ? asked : WORKDAYS;
        var lines = found.stream()
                .map(heat -> new Named(name.apply(heat), heat.together(days(days))))
                .filter(Named::saysSomething)
                .toList();
        long most = lines.stream()
                .flatMap(line -> line.hours().stream())
                .mapToLong(Demand::calls)
                .max()
                .orElse(0);
        return new HeatMap(
                days,
                lines.stream()
                        .map(line -> line.shown(most))
                        .sorted(Comparator.comparingLong(Line::calls).reversed().thenComparing(Line::language))
                        .toList());
    }

    private static Collection<DayOfWeek> days(String word) {
        return switch (word) {
            case WORKDAYS -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            case WEEKEND -> SATURDAY_AND_SUNDAY;
            default -> Set.of(DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)));
        };
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private record Named(String language, List<Demand> hours) {

        private boolean saysSomething() {
            return hours.stream().anyMatch(hour -> hour.calls() > 0 || hour.least() > 0);
        }

        private Line shown(long most) {
            return new Line(
                    language,
                    hours.stream().mapToLong(Demand::calls).sum(),
                    hours.stream().mapToLong(Demand::unplanned).sum(),
                    hours.stream().map(hour -> square(hour, most)).toList());
        }

        private static Square square(Demand hour, long most) {
            int level = most == 0 ? 0 : (int) ((hour.calls() * LEVELS + most - 1) / most);
            return new Square(hour.calls(), hour.least(), hour.unplanned() > 0, level);
        }
    }
}
