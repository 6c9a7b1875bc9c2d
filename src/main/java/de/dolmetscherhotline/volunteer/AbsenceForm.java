package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.availability.Absence;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which she is away, as typed.
 *
 * @param last empty = the same day as the first
 * @param firstProblem key of what is wrong with the first day; null = nothing; likewise for the last
 */
public record AbsenceForm(
        String first,
        String last,
        @Nullable String firstProblem,
        @Nullable String lastProblem) {

    public static final AbsenceForm EMPTY = new AbsenceForm("", "", null, null);

    /** As a browser sends it. */
    public record Typed(@Nullable String first, @Nullable String last) {}

    public static AbsenceForm read(Typed typed, LocalDate today) {
        var first = Clocks.typed(typed.first());
        var last = Clocks.typed(typed.last());
        var begin = Clocks.day(first);
        var end = last.isEmpty() ? begin : Clocks.day(last);
        return new AbsenceForm(
                first,
                last,
                firstProblem(first, begin, today),
                end.isEmpty() && !last.isEmpty() ? "volunteer.problem.day" : lastProblem(begin, end, today));
    }

    private static @Nullable String firstProblem(String typed, Optional<LocalDate> first, LocalDate today) {
        if (first.isEmpty()) {
            return typed.isEmpty() ? "volunteer.problem.day-missing" : "volunteer.problem.day";
        }
        return Clocks.isNear(first.get(), today) ? null : "volunteer.problem.day-far";
    }

    private static @Nullable String lastProblem(Optional<LocalDate> first, Optional<LocalDate> last, LocalDate today) {
        if (first.isEmpty() || last.isEmpty()) {
            return null;
        }
        if (last.get().isBefore(first.get())) {
            return "volunteer.problem.ends-before";
        }
        var absence = new Absence(UUID.randomUUID(), first.get(), last.get());
        if (absence.isOverOn(today)) {
            return "volunteer.problem.over";
        }
        return absence.isTooFarFrom(today) ? "volunteer.problem.day-far" : null;
    }

    public boolean isWrong() {
        return firstProblem != null || lastProblem != null;
    }

    AbsenceForm withProblem(String ofFirst) {
        return new AbsenceForm(first, last, ofFirst, lastProblem);
    }

    /** Only if nothing {@link #isWrong() is wrong}. */
    Absence absence() {
        var begin = Clocks.day(first).orElseThrow();
        return new Absence(UUID.randomUUID(), begin, Clocks.day(last).orElse(begin));
    }
}
