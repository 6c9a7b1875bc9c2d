package de.dolmetscherhotline.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls as somebody with paper and pencil would keep and evaluate them: no sums are kept, each question goes through all. */
final class History {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final List<Told> calls = new ArrayList<>();

    /** A request to an interpreter. */
    static final class Asked {
        final UUID id = UUID.randomUUID();
        final UUID who;
        String fate;

        Asked(UUID who, String fate) {
            this.who = who;
            this.fate = fate;
        }
    }

    /** A call. */
    static final class Told {
        final UUID id = UUID.randomUUID();
        final UUID organisation;
        final String kind;
        final String municipality;
        final Instant dialled;
        final String origin;
        final boolean emergency;
        final List<Asked> asked = new ArrayList<>();

        /** Those who speak the language all talk; nobody is asked then. */
        boolean allBusy;

        @Nullable
        String language;

        @Nullable
        Duration chosenAfter;

        @Nullable
        Duration waited;

        @Nullable
        Duration talked;

        @Nullable
        Duration endedAfter;

        @Nullable
        String outcome;

        @Nullable
        UUID interpreter;

        @Nullable
        Integer stars;

        boolean erased;

        Told(UUID organisation, String kind, String municipality, Instant dialled, String origin, boolean emergency) {
            this.organisation = organisation;
            this.kind = kind;
            this.municipality = municipality;
            this.dialled = dialled;
            this.origin = origin;
            this.emergency = emergency;
        }

        @Nullable
        Instant chosen() {
            return chosenAfter == null ? null : dialled.plus(chosenAfter);
        }

        @Nullable
        Instant connected() {
            var chosen = chosen();
            return chosen == null || waited == null ? null : chosen.plus(waited);
        }

        Instant ended() {
            var connected = connected();
            return connected != null && talked != null
                    ? connected.plus(talked)
                    : dialled.plus(Objects.requireNonNull(endedAfter));
        }

        boolean isOver() {
            return outcome != null;
        }

        private ZonedDateTime wall() {
            return dialled.atZone(BERLIN);
        }

        private boolean isAttempt() {
            return waited == null && Duration.between(dialled, ended()).compareTo(Duration.ofSeconds(5)) < 0;
        }

        private boolean isWanted() {
            return !isAttempt() && origin.equals("phone") && chosenAfter != null;
        }

        private boolean isWithin(int seconds) {
            return isWanted() && waited != null && waited.compareTo(Duration.ofSeconds(seconds)) <= 0;
        }
    }

    void add(Told call) {
        calls.add(call);
    }

    List<Told> calls() {
        return List.copyOf(calls);
    }

    private Stream<Told> in(Period period) {
        return calls.stream().filter(call -> isIn(period, call.wall().toLocalDate()));
    }

    private Stream<Told> over(Period period) {
        return in(period).filter(Told::isOver);
    }

    private static boolean isIn(Period period, LocalDate day) {
        return !day.isBefore(period.from()) && !day.isAfter(period.to());
    }

    Measures total(Period period) {
        return measures(over(period).toList());
    }

    Map<String, Measures> by(Period period, Breakdown breakdown) {
        return measures(period, value(breakdown));
    }

    Map<String, Measures> hoursOfTheWeek(Period period) {
        return measures(
                period,
                call -> language(call) + "/" + call.wall().getDayOfWeek().getValue() + "/"
                        + call.wall().getHour());
    }

    private Map<String, Measures> measures(Period period, Function<Told, String> value) {
        return over(period)
                .collect(Collectors.groupingBy(
                        value, Collectors.collectingAndThen(Collectors.toList(), History::measures)));
    }

    private static Function<Told, String> value(Breakdown breakdown) {
        return switch (breakdown) {
            case OUTCOME -> call -> Objects.requireNonNull(call.outcome);
            case LANGUAGE -> History::language;
            case ORGANISATION_KIND -> call -> call.kind;
            case MUNICIPALITY -> call -> call.municipality;
            case HOUR -> call -> Integer.toString(call.wall().getHour());
            case WEEKDAY -> call -> Integer.toString(call.wall().getDayOfWeek().getValue());
        };
    }

    private static String language(Told call) {
        return Objects.requireNonNullElse(call.language, "und");
    }

    private static Measures measures(Collection<Told> calls) {
        var real = calls.stream().filter(call -> !call.isAttempt()).toList();
        return new Measures(
                calls.size() - real.size(),
                real.size(),
                count(real, call -> call.emergency),
                count(real, call -> call.waited != null),
                real.stream()
                        .filter(call -> call.talked != null)
                        .mapToLong(call -> Objects.requireNonNull(call.talked).toMillis())
                        .sum(),
                count(real, call -> String.valueOf(call.outcome).startsWith("abandoned_")),
                count(real, Told::isWanted),
                count(real, call -> call.isWanted() && call.waited == null && call.asked.isEmpty() && !call.allBusy),
                count(real, call -> call.isWanted() && call.waited != null),
                count(real, call -> call.isWithin(30)),
                count(real, call -> call.isWithin(60)),
                count(real, call -> call.isWithin(120)),
                IntStream.rangeClosed(1, 5)
                        .mapToObj(stars -> count(real, call -> Objects.equals(call.stars, stars)))
                        .toList());
    }

    private static long count(Collection<Told> calls, Predicate<Told> which) {
        return calls.stream().filter(which).count();
    }

    Waits waits(Period period, boolean onLine) {
        return waits(over(period)
                .filter(call -> call.origin.equals("phone") == onLine)
                .toList());
    }

    Map<String, Waits> waitsBy(Period period, Breakdown breakdown) {
        return over(period)
                .filter(call -> call.origin.equals("phone") && call.waited != null)
                .collect(Collectors.groupingBy(
                        value(breakdown), Collectors.collectingAndThen(Collectors.toList(), History::waits)));
    }

    /** From the times themselves; only what is told is rounded up. */
    private static Waits waits(Collection<Told> calls) {
        var times = calls.stream()
                .map(call -> call.waited)
                .filter(Objects::nonNull)
                .mapToLong(Duration::toMillis)
                .sorted()
                .toArray();
        return times.length == 0
                ? Waits.NONE
                : new Waits(times.length, rank(times, 50), rank(times, 80), rank(times, 95));
    }

    private static int rank(long[] times, int percent) {
        int rank = Math.ceilDiv(percent * times.length, 100);
        return (int) Math.ceilDiv(times[rank - 1], 1000L);
    }

    Map<String, Long> offers(Period period) {
        return in(period)
                .flatMap(call -> call.asked.stream())
                .collect(Collectors.groupingBy(asked -> asked.fate, Collectors.counting()));
    }

    Map<UUID, Load> loads(Period period) {
        var parts = new HashMap<UUID, long[]>();
        over(period)
                .filter(call -> call.interpreter != null)
                .forEach(call -> add(
                        parts,
                        Objects.requireNonNull(call.interpreter),
                        1,
                        Objects.requireNonNull(call.talked).toMillis(),
                        0,
                        0));
        in(period)
                .flatMap(call -> call.asked.stream())
                .forEach(asked -> add(parts, asked.who, 0, 0, 1, asked.fate.equals("accepted") ? 1 : 0));
        var loads = new TreeMap<UUID, Load>();
        parts.forEach((who, sum) -> loads.put(who, new Load(who, sum[0], sum[1], sum[2], sum[3])));
        return loads;
    }

    private static void add(Map<UUID, long[]> parts, UUID who, long... more) {
        parts.merge(who, more, (one, other) -> {
            var sum = Arrays.copyOf(one, one.length);
            Arrays.setAll(sum, i -> one[i] + other[i]);
            return sum;
        });
    }
}
