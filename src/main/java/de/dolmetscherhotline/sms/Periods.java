package de.dolmetscherhotline.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which instants are meant by a span, from one instant in one time zone. Half-open; what has begun already begins now. A time
 * without a day is the nearest in the future, at most 24 hours ahead. Where a text can be understood in two ways, the one is
 * taken with which she is rung less; where that is no answer, it is empty and she is asked.
 */
final class Periods {

    private static final Duration LONGEST_FOR = Duration.ofHours(24);
    private static final Duration LONGEST_ON = Duration.ofDays(8);
    private static final Duration LONGEST_OFF = Duration.ofDays(300);

    /** "Ab 14 Uhr" at a quarter past means now, and in the evening tomorrow. */
    private static final Duration JUST_BEGUN = Duration.ofHours(1);

    /** "2 bis 4" is hardly about the night; who means it writes "02-04". */
    private static final int FIRST_HOUR_OF_DAY = 6;

    private static final WallTime START_OF_DAY = new WallTime(0, false);

    private final Wish wish;
    private final WallClock clock;
    private final Instant now;

    private Periods(Wish wish, WallClock clock) {
        this.wish = wish;
        this.clock = clock;
        this.now = clock.now();
    }

    static Optional<Period> on(Span span, Instant now, ZoneId zone) {
        return new Periods(Wish.ON, new WallClock(now, zone)).checked(span);
    }

    static Optional<Period> off(Span span, Instant now, ZoneId zone) {
        return new Periods(Wish.OFF, new WallClock(now, zone)).checked(span);
    }

    private Optional<Period> checked(Span span) {
        var longest = wish == Wish.ON ? LONGEST_ON : LONGEST_OFF;
        return period(span).filter(period -> isInOrder(period) && isWithin(period, longest));
    }

    private static boolean isInOrder(Period period) {
        return period.until() == null || period.from().isBefore(period.until());
    }

    private boolean isWithin(Period period, Duration longest) {
        var last = period.until() == null ? period.from() : period.until();
        return !last.isAfter(now.plus(longest));
    }

    private Optional<Period> period(Span span) {
        return switch (span) {
            case Span.Open open -> Optional.of(new Period(now, null));
            case Span.For time -> lasting(time.length());
            case Span.Until until -> until(until.end()).map(end -> new Period(now, end));
            case Span.From from -> from(from.start());
            case Span.At at -> wish == Wish.OFF ? from(at.start()) : Optional.empty();
            case Span.Between between -> between(between.start(), between.end());
            case Span.Whole whole -> whole(whole.day());
        };
    }

    private Optional<Period> lasting(Duration length) {
        return length.compareTo(LONGEST_FOR) <= 0 ? Optional.of(new Period(now, now.plus(length))) : Optional.empty();
    }

    private Optional<Instant> until(Moment end) {
        var time = end.time();
        return time == null
                ? untilDay(end.day())
                : dates(end.day()).flatMap(date -> ends(date, time, now)).min(Comparator.naturalOrder());
    }

    /** The whole day is meant, and on its own weekday the next one. */
    private Optional<Instant> untilDay(@Nullable Day day) {
        if (wish == Wish.ON || day == null) {
            return Optional.empty();
        }
        var from = day instanceof Day.Weekday ? clock.today().plusDays(1) : clock.today();
        return clock.dates(day, from).findFirst().map(clock::endOf);
    }

    /** The ends on that day that are after an instant. */
    private Stream<Instant> ends(LocalDate date, WallTime time, Instant after) {
        return wish.readings(time)
                .mapToObj(minute -> clock.instants(date, minute).stream()
                        .filter(instant -> instant.isAfter(after))
                        .toList())
                .filter(instants -> !instants.isEmpty())
                .map(wish::end);
    }

    private Stream<LocalDate> dates(@Nullable Day day) {
        var today = clock.today();
        return day == null ? Stream.of(today, today.plusDays(1)) : clock.dates(day, today);
    }

    private Optional<Period> from(Moment start) {
        var time = start.time();
        if (time == null) {
            return wish == Wish.ON ? Optional.empty() : firstDay(start.day()).map(this::fromDay);
        }
        return isByNight(time)
                ? Optional.empty()
                : dates(start.day())
                        .map(date -> wish.begin(clock.instants(date, time.minute())))
                        .filter(instant -> instant.plus(JUST_BEGUN).isAfter(now))
                        .findFirst()
                        .map(instant -> from(instant, start.hasDay()));
    }

    private Period fromDay(LocalDate date) {
        return new Period(notBeforeNow(clock.startOf(date)), null);
    }

    /** Who says when she can be rung speaks of that day; who says from when she cannot, perhaps of more. */
    private Period from(Instant start, boolean ofThatDay) {
        boolean ends = wish == Wish.ON || ofThatDay;
        return new Period(notBeforeNow(start), ends ? clock.endOf(clock.dateOf(start)) : null);
    }

    private Optional<Period> between(Moment start, Moment end) {
        if (!start.hasTime() && wish == Wish.ON) {
            return Optional.empty();
        }
        var first = start.time() == null ? START_OF_DAY : start.time();
        var last = end.time();
        if (last == null) {
            return days(start.day(), end.day());
        }
        if (isByNight(first) || (first.minute() == last.minute() && !end.hasDay())) {
            return Optional.empty();
        }
        var dates = start.hasDay() ? dates(start.day()) : Stream.concat(yesterday(), dates(null));
        return dates.flatMap(date -> period(date, first, end.day(), last).stream())
                .filter(period -> period.until() == null || period.until().isAfter(now))
                .findFirst()
                .map(period -> new Period(notBeforeNow(period.from()), period.until()));
    }

    private Stream<LocalDate> yesterday() {
        return Stream.of(clock.today().minusDays(1));
    }

    private Optional<Period> period(LocalDate date, WallTime first, @Nullable Day lastDay, WallTime last) {
        var start = wish.begin(clock.instants(date, first.minute()));
        var dates = lastDay == null ? Stream.of(date, date.plusDays(1)) : clock.dates(lastDay, date);
        return dates.flatMap(possible -> ends(possible, last, start))
                .min(Comparator.naturalOrder())
                .map(end -> new Period(start, end));
    }

    private Optional<Period> days(@Nullable Day first, @Nullable Day last) {
        return last == null
                ? Optional.empty()
                : firstDay(first)
                        .flatMap(start -> clock.dates(last, start)
                                .findFirst()
                                .map(end -> new Period(notBeforeNow(clock.startOf(start)), clock.endOf(end))));
    }

    private Optional<Period> whole(Day day) {
        return wish == Wish.ON && !day.equals(Day.TODAY)
                ? Optional.empty()
                : firstDay(day).map(date -> new Period(notBeforeNow(clock.startOf(date)), clock.endOf(date)));
    }

    private Optional<LocalDate> firstDay(@Nullable Day day) {
        return day == null ? Optional.empty() : dates(day).findFirst();
    }

    private Instant notBeforeNow(Instant instant) {
        return instant.isBefore(now) ? now : instant;
    }

    private static boolean isByNight(WallTime start) {
        return start.vague() && start.hour() < FIRST_HOUR_OF_DAY;
    }
}
