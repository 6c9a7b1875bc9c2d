package de.dolmetscherhotline.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The shifts of somebody's week; they may overlap. */
record WeeklyPlan(List<Shift> shifts) {

    /** A plan that is neither empty nor full changes within a week, or two where a change of the clocks swallows a shift. */
    private static final int DAYS_AHEAD = 15;

    WeeklyPlan {
        shifts = List.copyOf(shifts);
    }

    boolean covers(Instant instant, ZoneId zone) {
        var wall = LocalDateTime.ofInstant(instant, zone);
        return shifts.stream().anyMatch(shift -> shift.covers(wall));
    }

    /** The hours of a week that are planned as a whole: hour 0 is Monday, midnight to one. */
    BitSet wholeHours() {
        var minutes = new BitSet(Shift.MINUTES_OF_A_WEEK);
        for (var shift : shifts) {
            int end = shift.begins() + shift.minutes();
            minutes.set(shift.begins(), Math.min(end, Shift.MINUTES_OF_A_WEEK));
            minutes.set(0, Math.max(0, end - Shift.MINUTES_OF_A_WEEK));
        }
        var hours = new BitSet();
        IntStream.range(0, Shift.MINUTES_OF_A_WEEK / 60)
                .filter(hour -> minutes.nextClearBit(hour * 60) >= (hour + 1) * 60)
                .forEach(hours::set);
        return hours;
    }

    /** The first instant after this at which a shift begins or the last one ends; empty if there is none. */
    Optional<Instant> nextChange(Instant after, ZoneId zone) {
        var covered = covers(after, zone);
        return edges(after, zone).tailSet(after, false).stream()
                .filter(edge -> covers(edge, zone) != covered)
                .findFirst();
    }

    /** Also when the clocks change: a shift may begin in the hour that is missing, or again in the one that comes twice. */
    private NavigableSet<Instant> edges(Instant after, ZoneId zone) {
        var edges = new TreeSet<Instant>();
        var yesterday = LocalDate.ofInstant(after, zone).minusDays(1);
        for (var shift : shifts) {
            yesterday
                    .datesUntil(yesterday.plusDays(DAYS_AHEAD + 2))
                    .filter(date -> date.getDayOfWeek() == shift.day())
                    .forEach(date -> {
                        addEach(shift.startOn(date), zone, edges);
                        addEach(shift.endOn(date), zone, edges);
                    });
        }
        Optional.ofNullable(zone.getRules().nextTransition(after)).ifPresent(change -> edges.add(change.getInstant()));
        return edges;
    }

    /** Every instant at which clocks show this: none, one, or two. */
    private static void addEach(LocalDateTime wall, ZoneId zone, NavigableSet<Instant> edges) {
        zone.getRules().getValidOffsets(wall).forEach(offset -> edges.add(wall.toInstant(offset)));
    }
}
