package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Shift;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The plan of a week as it is typed: rows of from and to for each day, at least one of them to spare. Whatever was typed
 * stays as it was, right or wrong.
 */
public final class PlanForm {

    /** So many rows each day has at least. */
    static final int ROWS = 3;

    private static final List<DayOfWeek> REST_OF_WORKING_WEEK =
            List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private final Map<DayOfWeek, List<Row>> rows;
    private final String shown;

    private PlanForm(Map<DayOfWeek, List<Row>> rows, String shown) {
        this.rows = rows;
        this.shown = shown;
    }

    /**
     * One row.
     *
     * @param name what its fields' names begin with
     * @param fromProblem key of what is wrong with its start; null = nothing
     * @param toProblem the same of its end
     */
    public record Row(
            String name,
            String from,
            String to,
            @Nullable String fromProblem,
            @Nullable String toProblem) {

        private static Row of(DayOfWeek day, int i, String from, String to) {
            return new Row(word(day) + "-" + i, from, to, null, null);
        }

        boolean isEmpty() {
            return from.isEmpty() && to.isEmpty();
        }

        boolean isWrong() {
            return fromProblem != null || toProblem != null;
        }

        private Row withProblems(@Nullable String ofFrom, @Nullable String ofTo) {
            return new Row(name, from, to, ofFrom, ofTo);
        }

        private Optional<Shift> shift(DayOfWeek day) {
            return Clocks.time(from).flatMap(starts -> Clocks.time(to).map(ends -> new Shift(day, starts, ends)));
        }
    }

    /** The rows of one day; {@code word} names it in keys and fields. */
    public record Day(String word, List<Row> rows) {

        /** Whether more than its first row has something to show. */
        public boolean hasMore() {
            return rows.stream().skip(1).anyMatch(row -> !row.isEmpty() || row.isWrong());
        }
    }

    public static PlanForm of(List<Shift> plan) {
        var rows = new EnumMap<DayOfWeek, List<Row>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var shifts = plan.stream()
                    .filter(shift -> shift.day() == day)
                    .sorted(Comparator.comparing(Shift::starts))
                    .toList();
            rows.put(
                    day,
                    IntStream.range(0, Math.max(ROWS, shifts.size() + 1))
                            .mapToObj(i -> i < shifts.size() ? row(i, shifts.get(i)) : Row.of(day, i, "", ""))
                            .toList());
        }
        return new PlanForm(rows, Shown.mark(plan));
    }

    private static Row row(int i, Shift shift) {
        return Row.of(shift.day(), i, Clocks.field(shift.starts()), Clocks.field(shift.ends()));
    }

    /** What a browser sent. */
    public static PlanForm read(MultiValueMap<String, String> fields) {
        var rows = new EnumMap<DayOfWeek, List<Row>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            rows.put(day, read(day, fields));
        }
        return new PlanForm(checked(rows), Clocks.typed(fields.getFirst("shown")));
    }

    /** No more rows than a plan with one to spare can have. */
    private static List<Row> read(DayOfWeek day, MultiValueMap<String, String> fields) {
        return IntStream.rangeClosed(0, Availabilities.MOST_SHIFTS)
                .takeWhile(i -> i < ROWS || fields.containsKey(word(day) + "-" + i + "-from"))
                .mapToObj(i -> read(day, i, fields))
                .toList();
    }

    private static Row read(DayOfWeek day, int i, MultiValueMap<String, String> fields) {
        var name = word(day) + "-" + i;
        return Row.of(
                day, i, Clocks.typed(fields.getFirst(name + "-from")), Clocks.typed(fields.getFirst(name + "-to")));
    }

    private static Map<DayOfWeek, List<Row>> checked(Map<DayOfWeek, List<Row>> typed) {
        var checked = new EnumMap<DayOfWeek, List<Row>>(DayOfWeek.class);
        var before = new ArrayList<Shift>();
        typed.forEach((day, all) -> checked.put(
                day, all.stream().map(row -> checked(day, row, before)).toList()));
        return checked;
    }

    /** @param before the shifts that were typed before it; it joins them */
    private static Row checked(DayOfWeek day, Row row, List<Shift> before) {
        if (row.isEmpty()) {
            return row;
        }
        var shift = row.shift(day);
        if (shift.isEmpty()) {
            return row.withProblems(problem(row.from()), problem(row.to()));
        }
        var problem = before.stream().anyMatch(shift.get()::overlaps)
                ? "volunteer.problem.overlaps"
                : before.size() >= Availabilities.MOST_SHIFTS ? "volunteer.problem.too-many-shifts" : null;
        before.add(shift.get());
        return row.withProblems(problem, null);
    }

    private static @Nullable String problem(String typed) {
        if (typed.isEmpty()) {
            return "volunteer.problem.time-missing";
        }
        return Clocks.time(typed).isEmpty() ? "volunteer.problem.time" : null;
    }

    /** The same with Monday's rows on the other working days; nothing is stored by that. */
    public PlanForm withMondayForWorkingDays() {
        var monday = rowsOf(DayOfWeek.MONDAY);
        var copied = new EnumMap<>(rows);
        for (var day : REST_OF_WORKING_WEEK) {
            copied.put(
                    day,
                    IntStream.range(0, monday.size())
                            .mapToObj(i -> Row.of(
                                    day, i, monday.get(i).from(), monday.get(i).to()))
                            .toList());
        }
        return new PlanForm(checked(copied), shown);
    }

    /** The same, as an answer to the plan that is stored now. */
    public PlanForm against(List<Shift> stored) {
        return new PlanForm(rows, Shown.mark(stored));
    }

    /** Whether the plan that is stored now is the one that she saw when she began to type. */
    boolean isAnswerTo(List<Shift> stored) {
        return shown.equals(Shown.mark(stored));
    }

    public List<Day> days() {
        return rows.entrySet().stream()
                .map(day -> new Day(word(day.getKey()), day.getValue()))
                .toList();
    }

    public String shown() {
        return shown;
    }

    public boolean isWrong() {
        return rows.values().stream().flatMap(List::stream).anyMatch(Row::isWrong);
    }

    /** Its shifts, each day's in the order of their start; only if nothing {@link #isWrong() is wrong}. */
    List<Shift> shifts() {
        return rows.entrySet().stream()
                .flatMap(day -> day.getValue().stream()
                        .flatMap(row -> row.shift(day.getKey()).stream())
                        .sorted(Comparator.comparing(Shift::starts)))
                .toList();
    }

    private List<Row> rowsOf(DayOfWeek day) {
        return rows.getOrDefault(day, List.of());
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
