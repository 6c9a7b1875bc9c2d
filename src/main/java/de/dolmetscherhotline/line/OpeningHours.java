package de.dolmetscherhotline.line;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a line is open, as wall time of its district. A day without spans is closed.
 *
 * @param publicHolidays what holds on a public holiday instead of the spans of its weekday
 */
public record OpeningHours(
        List<Span> monday,
        List<Span> tuesday,
        List<Span> wednesday,
        List<Span> thursday,
        List<Span> friday,
        List<Span> saturday,
        List<Span> sunday,
        List<Span> publicHolidays) {

    /** @throws IllegalArgumentException if the spans of a day overlap or are not in order */
    public OpeningHours {
        monday = inOrder("monday", monday);
        tuesday = inOrder("tuesday", tuesday);
        wednesday = inOrder("wednesday", wednesday);
        thursday = inOrder("thursday", thursday);
        friday = inOrder("friday", friday);
        saturday = inOrder("saturday", saturday);
        sunday = inOrder("sunday", sunday);
        publicHolidays = inOrder("publicHolidays", publicHolidays);
    }

    /** The spans of that weekday, where it is no public holiday. */
    public List<Span> on(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
    }

    /** From (inclusive) to (exclusive) on one day; {@code to} at 00:00 is the midnight that ends the day. */
    public record Span(LocalTime from, LocalTime to) {

        /** @throws IllegalArgumentException if a time is missing or the span is empty */
        public Span {
            requireTimes(from, to);
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException("must end after it begins");
            }
        }

        /** Whether that wall time of the day lies in it. */
        public boolean includes(LocalTime time) {
            return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }

        private static void requireTimes(@Nullable LocalTime from, @Nullable LocalTime to) {
            if (from == null || to == null) {
                throw new IllegalArgumentException("must have from and to");
            }
        }

        private boolean endsBefore(Span next) {
            return !to.equals(LocalTime.MIDNIGHT) && !next.from.isBefore(to);
        }
    }

    private static List<Span> inOrder(String day, @Nullable List<@Nullable Span> spans) {
        if (spans == null) {
            return List.of();
        }
        if (spans.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a span of " + day + " is null");
        }
        List<Span> known = List.copyOf(spans);
        for (int i = 1; i < known.size(); i++) {
            if (!known.get(i - 1).endsBefore(known.get(i))) {
                throw new IllegalArgumentException("spans of " + day + " must be in order and must not overlap");
            }
        }
        return known;
    }
}
