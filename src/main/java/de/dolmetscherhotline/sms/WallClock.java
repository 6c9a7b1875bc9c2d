package de.dolmetscherhotline.sms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** From days and times on the wall of a district to instants, as seen from one of them. */
final class WallClock {

    private final Instant now;
    private final ZoneId zone;

    WallClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return dateOf(now);
    }

    LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /**
     * The instants at which the clocks of that day show this time: two in the night when they go back; for a time that is
     * skipped, the instant at which it is skipped.
     */
    List<Instant> instants(LocalDate day, int minute) {
        var wall = day.atStartOfDay().plusMinutes(minute);
        var offsets = zone.getRules().getValidOffsets(wall);
        return offsets.isEmpty()
                ? List.of(zone.getRules().getTransition(wall).getInstant())
                : offsets.stream().map(wall::toInstant).sorted().toList();
    }

    Instant endOf(LocalDate day) {
        return instants(day.plusDays(1), 0).getLast();
    }

    Instant startOf(LocalDate day) {
        return instants(day, 0).getFirst();
    }

    /** The dates that may be meant, seen from this one, in the order in which they come. */
    Stream<LocalDate> dates(Day day, LocalDate from) {
        return switch (day) {
            case Day.Ahead ahead -> Stream.of(today().plusDays(ahead.days())).filter(date -> !date.isBefore(from));
            case Day.Weekday weekday -> {
                var next = from.with(TemporalAdjusters.nextOrSame(weekday.day()));
                yield Stream.of(next, next.plusWeeks(1));
            }
            case Day.Date date -> dates(date, from).filter(possible -> !possible.isBefore(from));
        };
    }

    private static Stream<LocalDate> dates(Day.Date date, LocalDate from) {
        var years = date.year() == 0 ? Stream.of(from.getYear(), from.getYear() + 1) : Stream.of(date.year());
        return years.map(year -> YearMonth.of(year, date.month()))
                .filter(month -> month.isValidDay(date.day()))
                .map(month -> month.atDay(date.day()));
    }
}
