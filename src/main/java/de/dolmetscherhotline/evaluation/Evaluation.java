package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.pool.Coverage;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a district wants to know of a period. Each answer is empty if there is no such district. */
@Component
public class Evaluation {

    private static final int HOURS = 24;

    private final Counting counting;
    private final Sums sums;
    private final Coverage coverage;
    private final Districts districts;
    private final DatabaseClient database;
    private final Clock clock;

    Evaluation(
            Counting counting,
            Sums sums,
            Coverage coverage,
            Districts districts,
            DatabaseClient database,
            Clock clock) {
        this.counting = counting;
        this.sums = sums;
        this.coverage = coverage;
        this.districts = districts;
        this.database = database;
        this.clock = clock;
    }

    /** The key figures. */
    public Mono<Overview> overview(DistrictId district, Period period) {
        return counted(district).flatMap(found -> overviewOf(found.id(), period));
    }

    /** The same without counting first, as one of several questions. */
    Mono<Overview> overviewOf(DistrictId district, Period period) {
        return Mono.zip(
                        sums.total(district, period),
                        sums.waits(district, period, true),
                        sums.waits(district, period, false))
                .map(found -> new Overview(found.getT1(), found.getT2(), found.getT3()));
    }

    /**
     * The key figures of a period.
     *
     * @param waits of callers who held the line
     * @param rungBack of those who were rung back, because they wanted that or had asked in writing
     */
    public record Overview(Measures counted, Waits waits, Waits rungBack) {}

    /** The same, for each value of the breakdown of which there is something to count. */
    public Mono<List<Row>> by(DistrictId district, Period period, Breakdown breakdown) {
        return counted(district)
                .flatMap(found ->
                        Mono.zip(sums.by(found.id(), period, breakdown), sums.waitsBy(found.id(), period, breakdown)))
                .map(found -> rows(found.getT1(), found.getT2(), order(breakdown)));
    }

    private static List<Row> rows(Map<String, Measures> counted, Map<String, Waits> waits, Comparator<Row> order) {
        return counted.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue(), waits.getOrDefault(entry.getKey(), Waits.NONE)))
                .sorted(order)
                .toList();
    }

    /** What has an order of its own keeps it; of the rest comes first what is most frequent. */
    static Comparator<Row> order(Breakdown breakdown) {
        return switch (breakdown) {
            case HOUR, WEEKDAY -> Comparator.comparingInt(row -> Integer.parseInt(row.value()));
            case OUTCOME, LANGUAGE, ORGANISATION_KIND, MUNICIPALITY ->
                Comparator.comparingLong((Row row) -> row.counted().calls())
                        .reversed()
                        .thenComparing(Row::value);
        };
    }

    /** One value of a breakdown; an empty municipality or {@code unknown} is where that is not known. */
    public record Row(String value, Measures counted, Waits waits) {

        public static Row nothing(String value) {
            return new Row(value, Measures.NONE, Waits.NONE);
        }
    }

    /** For each language that is demanded or spoken: the demand in each hour of the week, against who plans to be there. */
    public Mono<List<Heat>> heatMap(DistrictId district, Period period) {
        return counted(district)
                .flatMap(found -> Mono.zip(
                        sums.hoursOfTheWeek(found.id(), period).collectList(),
                        coverage.of(found.id(), clock.instant()).collectList()))
                .map(found -> heat(found.getT1(), found.getT2()));
    }

    private static List<Heat> heat(List<Sums.Valued<Measures>> demand, List<Coverage.OfLanguage> pool) {
        var demanded = new TreeMap<String, Map<String, Measures>>();
        for (var hour : demand) {
            var language = hour.value().substring(0, hour.value().indexOf('/'));
            demanded.computeIfAbsent(language, tag -> new TreeMap<>())
                    .put(hour.value().substring(language.length() + 1), hour.of());
        }
        var spoken =
                pool.stream().collect(Collectors.toMap(known -> known.language().tag(), Coverage.OfLanguage::planned));
        var tags = new TreeSet<>(demanded.keySet());
        tags.addAll(spoken.keySet());
        return tags.stream()
                .filter(tag -> !tag.equals("und"))
                .map(tag -> new Heat(
                        new Language(tag),
                        week(demanded.getOrDefault(tag, Map.of()), spoken.getOrDefault(tag, Map.of()))))
                .toList();
    }

    private static Map<DayOfWeek, List<Hour>> week(
            Map<String, Measures> demand, Map<DayOfWeek, List<Integer>> planned) {
        var week = new EnumMap<DayOfWeek, List<Hour>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var plans = planned.getOrDefault(day, List.of());
            week.put(
                    day,
                    IntStream.range(0, HOURS)
                            .mapToObj(hour -> hour(
                                    demand.getOrDefault(day.getValue() + "/" + hour, Measures.NONE),
                                    hour < plans.size() ? plans.get(hour) : 0))
                            .toList());
        }
        return week;
    }

    private static Hour hour(Measures demand, int planned) {
        return new Hour(demand.calls(), demand.uncovered(), planned);
    }

    /** The week of a language; of each day all 24 hours. */
    public record Heat(Language language, Map<DayOfWeek, List<Hour>> week) {

        /** The 24 hours of these days taken together. */
        public List<Demand> together(Collection<DayOfWeek> days) {
            return IntStream.range(0, HOURS)
                    .mapToObj(hour -> Demand.of(days.stream()
                            .map(day -> Objects.requireNonNull(week.get(day)).get(hour))
                            .toList()))
                    .toList();
        }
    }

    /**
     * The same hour of several days.
     *
     * @param unplanned calls in those of these hours for which nobody plans to be there
     * @param least how many plan to be there in that of these hours in which fewest do
     */
    public record Demand(long calls, long uncovered, long unplanned, int least) {

        private static Demand of(List<Hour> hours) {
            return new Demand(
                    hours.stream().mapToLong(Hour::calls).sum(),
                    hours.stream().mapToLong(Hour::uncovered).sum(),
                    hours.stream()
                            .filter(hour -> hour.planned() == 0)
                            .mapToLong(Hour::calls)
                            .sum(),
                    hours.stream().mapToInt(Hour::planned).min().orElse(0));
        }
    }

    /**
     * An hour of the week.
     *
     * @param calls that came in during this hour in all weeks of the period
     * @param uncovered of these, for which nobody could be asked
     * @param planned members of the pool who plan to be there, in their plans of today
     */
    public record Hour(long calls, long uncovered, int planned) {}

    /** How many requests to interpreters had which fate. */
    public Mono<Map<String, Long>> offers(DistrictId district, Period period) {
        return counted(district).flatMap(found -> sums.offers(found.id(), period));
    }

    /**
     * How the load spreads over the pool, in the calls of the district and of those whom it helps: over active members, and
     * whoever was asked and has left since.
     */
    public Mono<Fairness> fairness(DistrictId district, Period period) {
        return counted(district)
                .flatMap(found -> Mono.zip(loadsOfSomebody(found.id(), period), activeMembers(found.id())))
                .map(found -> Fairness.of(found.getT1(), idle(found.getT1(), found.getT2())));
    }

    /** Names of those of these who are in the district's own pool. */
    public Mono<Map<UUID, String>> names(DistrictId district, Collection<Load> loads) {
        return database.sql("select id, name from interpreter where district_id = :district and id = any(:ids)")
                .bind("district", district.value())
                .bind("ids", loads.stream().map(Load::interpreter).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("name", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<List<Load>> loadsOfSomebody(DistrictId district, Period period) {
        return sums.loadsOfPool(district, period)
                .filter(load -> !load.interpreter().equals(Load.NOBODY))
                .collectList();
    }

    private Mono<List<InterpreterId>> activeMembers(DistrictId district) {
        return database.sql("select id from interpreter where district_id = :district and status = 'active'")
                .bind("district", district.value())
                .map(row -> new InterpreterId(row.get("id", UUID.class)))
                .all()
                .collectList();
    }

    private static int idle(List<Load> loads, List<InterpreterId> members) {
        var busy = new HashSet<>(loads.stream().map(Load::interpreter).toList());
        var idle = new ArrayList<>(members);
        idle.removeIf(member -> busy.contains(member.value()));
        return idle.size();
    }

    /** The district, after everything that is over was counted. */
    Mono<District> counted(DistrictId district) {
        return districts.byId(district).delayUntil(found -> counting.catchUp());
    }
}
