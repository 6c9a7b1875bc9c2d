package de.dolmetscherhotline.availability;

import de.dolmetscherhotline.matching.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When one member of a pool may be rung. Of what applies at an instant the first decides: the latest word that covers it;
 * an absence on that day; a shift; nothing. An "on" does not reach into an absence that began, or was entered, after it was
 * said: whoever is on until further notice and then goes on holiday is not rung there.
 *
 * <p>A pure rule: the same facts always give the same answer. Half-open intervals of instants; plans and absences are wall
 * time of the district.
 */
public final class Availability {

    private final ZoneId zone;
    private final WeeklyPlan plan;
    private final List<Entry.Booked> absences;
    private final List<Entry.Said> latestFirst;

    private Availability(ZoneId zone, WeeklyPlan plan, List<Entry.Booked> absences, List<Entry.Said> latestFirst) {
        this.zone = zone;
        this.plan = plan;
        this.absences = absences;
        this.latestFirst = latestFirst;
    }

    /** What follows from these, in whichever order they come. */
    static Availability of(ZoneId zone, Collection<? extends Entry> entries) {
        return new Availability(
                zone,
                new WeeklyPlan(all(Shift.class, entries)
                        .sorted(Comparator.comparing(Shift::day).thenComparing(Shift::starts))
                        .toList()),
                all(Entry.Booked.class, entries)
                        .sorted(Comparator.comparing(Entry.Booked::begins))
                        .toList(),
                all(Entry.Said.class, entries)
                        .sorted(Comparator.comparingLong(Entry.Said::order).reversed())
                        .toList());
    }

    private static <T extends Entry> Stream<T> all(Class<T> type, Collection<? extends Entry> entries) {
        return entries.stream().filter(type::isInstance).map(type::cast);
    }

    private enum State {
        SAID_ON(Duty.ON_DUTY, Source.WORD),
        SAID_OFF(Duty.SAID_OFF, Source.WORD),
        AWAY(Duty.SAID_OFF, Source.ABSENCE),
        ON_SHIFT(Duty.ON_DUTY, Source.SHIFT),
        IDLE(Duty.NOT_ON_DUTY, Source.NOTHING);

        private final Duty duty;
        private final Source source;

        State(Duty duty, Source source) {
            this.duty = duty;
            this.source = source;
        }

        private boolean isByPlan() {
            return this == ON_SHIFT || this == IDLE;
        }
    }

    /** What holds at this instant, and until when. */
    public Standing at(Instant instant) {
        var state = state(instant);
        return new Standing(state.duty, state.source, end(state.duty, instant).orElse(null));
    }

    /** Whether she wants quiet at this instant: these hours hold, and no word of hers stands against them. */
    public boolean isQuietAt(Instant instant, @Nullable QuietHours quiet) {
        return quiet != null
                && quiet.hold(
                        instant, zone, lastWord(instant).map(Entry.Said::word).orElse(null));
    }

    /** The hours of a week that are planned as a whole: hour 0 is Monday, midnight to one. */
    public BitSet plannedHours() {
        return plan.wholeHours();
    }

    /** Whether no more words for a limited time are kept, unless one replaces others. */
    public boolean isFullOfWords() {
        return latestFirst.size() >= Availabilities.MOST;
    }

    /** The zone of the district, whose wall time plan and absences are. */
    public ZoneId zone() {
        return zone;
    }

    /** The shifts of the week, from Monday on. */
    public List<Shift> plan() {
        return plan.shifts();
    }

    /** The absences that are known, earliest first. */
    public List<Absence> absences() {
        return absences.stream().map(Entry.Booked::absence).toList();
    }

    /** Whether that whole day is part of an absence. */
    public boolean isAwayOn(LocalDate day) {
        return absences().stream()
                .anyMatch(absence -> !day.isBefore(absence.firstDay()) && !day.isAfter(absence.lastDay()));
    }

    private State state(Instant instant) {
        var word = lastWord(instant);
        if (word.isPresent() && !isOutdone(word.get(), instant)) {
            return word.get().word().available() ? State.SAID_ON : State.SAID_OFF;
        }
        if (absences.stream().anyMatch(absence -> absence.covers(instant))) {
            return State.AWAY;
        }
        return plan.covers(instant, zone) ? State.ON_SHIFT : State.IDLE;
    }

    private Optional<Entry.Said> lastWord(Instant instant) {
        return latestFirst.stream().filter(said -> said.word().covers(instant)).findFirst();
    }

    private boolean isOutdone(Entry.Said said, Instant instant) {
        return said.word().available()
                && absences.stream()
                        .filter(absence -> absence.covers(instant))
                        .anyMatch(absence ->
                                said.word().from().isBefore(absence.begins()) || said.order() < absence.order());
    }

    /** Goes from one word or absence to the next, and where the plan decides, to the next shift. */
    private Optional<Instant> end(Duty duty, Instant instant) {
        var next = nextEdge(instant);
        while (next.isPresent() && state(next.get()).duty == duty) {
            next = nextEdge(next.get());
        }
        return next;
    }

    private Optional<Instant> nextEdge(Instant after) {
        var ofPlan = state(after).isByPlan() ? plan.nextChange(after, zone) : Optional.<Instant>empty();
        return Stream.concat(ofPlan.stream(), oneOffs().filter(edge -> edge.isAfter(after)))
                .min(Comparator.naturalOrder());
    }

    private Stream<Instant> oneOffs() {
        var ofWords = latestFirst.stream()
                .map(Entry.Said::word)
                .flatMap(word -> Stream.of(Optional.of(word.from()), Optional.ofNullable(word.until())))
                .flatMap(Optional::stream);
        return Stream.concat(
                ofWords, absences.stream().flatMap(absence -> Stream.of(absence.begins(), absence.ends())));
    }
}
