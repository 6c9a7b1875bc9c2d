package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.evaluation.Period;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The period that a page is asked for, and what is wrong with it.
 *
 * @param preset word of a period with a name; null if its days are given
 * @param from the first day, as it was typed
 * @param to the last day, as it was typed
 * @param fromProblem key of what is wrong with the first day; null if nothing is
 * @param toProblem the same of the last day
 * @param known null if something is wrong
 */
public record ChosenPeriod(
        @Nullable String preset,
        String from,
        String to,
        @Nullable String fromProblem,
        @Nullable String toProblem,
        @Nullable Period known) {

    private static final String NO_DAY = "figures.problem.day";

    /** What stands in the address. */
    record Typed(
            @Nullable String period,
            @Nullable String from,
            @Nullable String to) {

        /** A period by its name, by its days, or the usual one where neither is given. */
        ChosenPeriod on(LocalDate today, Preset usual) {
            var preset =
                    Preset.of(period).or(() -> isEmpty(from) && isEmpty(to) ? Optional.of(usual) : Optional.empty());
            return preset.map(named -> named(named, today)).orElseGet(this::own);
        }

        private static ChosenPeriod named(Preset preset, LocalDate today) {
            var period = preset.on(today);
            return new ChosenPeriod(
                    preset.word(), period.from().toString(), period.to().toString(), null, null, period);
        }

        private ChosenPeriod own() {
            var first = day(from);
            var last = day(to);
            var late = first.isPresent() && last.isPresent() && last.get().isBefore(first.get());
            var toProblem = last.isEmpty() ? NO_DAY : late ? "figures.problem.order" : null;
            return new ChosenPeriod(
                    null,
                    text(from),
                    text(to),
                    first.isEmpty() ? NO_DAY : null,
                    toProblem,
                    first.isPresent() && toProblem == null ? new Period(first.get(), last.orElseThrow()) : null);
        }

        private static boolean isEmpty(@Nullable String typed) {
            return text(typed).isEmpty();
        }

        private static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "").strip();
        }

        private static Optional<LocalDate> day(@Nullable String typed) {
            try {
                return Optional.of(LocalDate.parse(text(typed)))
                        .filter(day -> !day.isBefore(Period.EARLIEST) && !day.isAfter(Period.LATEST));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }
    }

    /** For addresses of other pages about the same period; only where nothing is wrong. */
    public String query() {
        return preset == null ? days() : "period=" + preset;
    }

    /** The same by its days, which stay what they are tomorrow. */
    public String days() {
        return "from=" + from + "&to=" + to;
    }

    public boolean isRight() {
        return known != null;
    }
}
