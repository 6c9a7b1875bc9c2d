package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.evaluation.History.Asked;
import de.dolmetscherhotline.evaluation.History.Told;
import de.dolmetscherhotline.evaluation.Sums.Valued;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sums are what somebody finds who goes through all calls, whatever happened to these, and in whichever order. */
class CountingIT extends HotlineIT {

    private static final long SEED = Long.getLong("history.seed", 20_170_425L);
    private static final List<String> LANGUAGES = List.of("ar", "uk", "kmr", "ti");
    private static final List<String> KINDS = List.of("practice", "school", "authority");
    private static final List<String> MUNICIPALITIES = List.of("Helmstedt", "Lehre", "Velpke");
    private static final List<String> UNSERVED =
            List.of("no_coverage", "nobody_answered", "abandoned_waiting", "callback_arranged", "handed_to_provider");
    private static final List<String> FATES = List.of("declined", "no_answer", "busy", "too_late");

    /** Both changes of the clocks are in this time. */
    private static final Instant BEGIN = Instant.parse("2025-03-20T00:00:00Z");

    private static final int DAYS = 230;

    @Autowired
    private Counting counting;

    @Autowired
    private Sums sums;

    private final List<UUID> organisations = new ArrayList<>();
    private final List<UUID> interpreters = new ArrayList<>();
    private Random random = new Random(SEED);
    private History history = new History();
    private UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        history = new History();
        district = district();
        for (int i = 0; i < KINDS.size(); i++) {
            organisations.add(organisation(i));
        }
        for (int i = 0; i < 5; i++) {
            interpreters.add(interpreter());
        }
    }

    @RepeatedTest(3)
    void sumsEqualWhatIsFoundInAllCalls(RepetitionInfo repetition) {
        random = new Random(SEED + repetition.getCurrentRepetition());
        for (int round = 0; round < 12; round++) {
            for (int i = 0; i < 20; i++) {
                add(aCall());
            }
            someOf(call -> !call.isOver()).forEach(this::end);
            someOf(call -> call.isOver() && call.waited != null).forEach(this::rate);
            someOf(call -> call.isOver()).stream().limit(4).forEach(this::reopen);
            someOf(call -> true).forEach(this::changeFates);
            count(counting.count(1 + random.nextInt(30)));
            if (round % 4 == 3) {
                countAll();
                someOf(call -> call.isOver()).stream().limit(5).forEach(this::erase);
            }
        }
        countAll();
        compare();
    }

    @Test
    void whatWasCountedStaysWhenPeopleAndOrganisationsGo() {
        for (int i = 0; i < 40; i++) {
            add(aCall());
        }
        countAll();
        sql("update organisation set municipality = 'Schöningen' where district_id = '" + district + "'");
        sql("delete from organisation where id = '" + organisations.getFirst() + "'");
        sql("delete from interpreter where id = '" + interpreters.getFirst() + "'");
        history.calls().stream()
                .filter(call -> call.isOver() && call.waited != null)
                .forEach(this::rate);
        countAll();
        compare();
    }

    @Test
    void nothingIsCountedTwiceByProcessesThatCountAtOnce() {
        for (int i = 0; i < 40; i++) {
            add(aCall());
        }
        history.calls().stream()
                .filter(Told::isOver)
                .filter(call -> call.waited != null)
                .forEach(this::rate);
        count(Flux.range(0, 6).flatMap(i -> counting.count(10)).last());
        countAll();
        compare();
    }

    @Test
    void aDistrictWithoutCallsHasZeros() {
        var year = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        assertThat(found(sums.total(new DistrictId(district), year))).isEqualTo(Measures.NONE);
        assertThat(found(sums.waits(new DistrictId(district), year, true))).isEqualTo(Waits.NONE);
    }

    private void compare() {
        var here = new DistrictId(district);
        compare(here, new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)));
        compare(here, new Period(LocalDate.of(2025, 10, 26), LocalDate.of(2025, 10, 26)));
        compare(here, new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30)));
        for (int i = 0; i < 6; i++) {
            var from = LocalDate.of(2025, 3, 1).plusDays(random.nextInt(DAYS));
            compare(here, new Period(from, from.plusDays(random.nextInt(100))));
        }
    }

    private void compare(DistrictId here, Period period) {
        assertThat(found(sums.total(here, period))).as("%s", period).isEqualTo(history.total(period));
        for (var onLine : List.of(true, false)) {
            assertThat(found(sums.waits(here, period, onLine)))
                    .as("%s, on the line: %s", period, onLine)
                    .isEqualTo(history.waits(period, onLine));
        }
        for (var breakdown : Breakdown.values()) {
            assertThat(found(sums.by(here, period, breakdown)))
                    .as("%s by %s", period, breakdown)
                    .isEqualTo(history.by(period, breakdown));
            if (breakdown.hasWaits()) {
                assertThat(found(sums.waitsBy(here, period, breakdown)))
                        .as("%s by %s", period, breakdown)
                        .isEqualTo(history.waitsBy(period, breakdown));
            }
        }
        assertThat(found(sums.hoursOfTheWeek(here, period).collectMap(Valued::value, Valued::of)))
                .as("hours of %s", period)
                .isEqualTo(history.hoursOfTheWeek(period));
        assertThat(found(sums.offers(here, period))).as("offers of %s", period).isEqualTo(history.offers(period));
        assertThat(found(sums.loads(here, period).collectMap(Load::interpreter)))
                .as("loads of %s", period)
                .isEqualTo(history.loads(period));
    }

    private Told aCall() {
        int organisation = random.nextInt(organisations.size());
        var call = new Told(
                organisations.get(organisation),
                KINDS.get(organisation),
                MUNICIPALITIES.get(organisation),
                BEGIN.plusSeconds(aTime()),
                oneOf(List.of("phone", "phone", "phone", "callback", "request")),
                random.nextInt(10) == 0);
        call.allBusy = random.nextBoolean();
        if (random.nextInt(8) > 0) {
            call.language = oneOf(LANGUAGES);
            call.chosenAfter = Duration.ofMillis(random.nextInt(9_000));
        }
        if (random.nextInt(4) > 0) {
            settle(call);
        }
        return call;
    }

    /** Often in the nights in which the clocks change, and at the edges of days and months. */
    private long aTime() {
        return switch (random.nextInt(6)) {
            case 0 ->
                Duration.between(BEGIN, Instant.parse("2025-10-26T00:00:00Z")).toSeconds() + random.nextInt(7_200);
            case 1 ->
                Duration.between(BEGIN, Instant.parse("2025-03-30T00:30:00Z")).toSeconds() + random.nextInt(3_600);
            case 2 ->
                Duration.between(BEGIN, Instant.parse("2025-05-31T21:00:00Z")).toSeconds() + random.nextInt(7_200);
            default -> random.nextInt(DAYS * 86_400);
        };
    }

    /** How it ends. */
    private void settle(Told call) {
        if (call.language != null && random.nextInt(3) > 0) {
            call.waited = aWait();
            call.talked = Duration.ofMillis(random.nextInt(1_200_000));
            call.outcome = oneOf(List.of("connected", "connected", "interrupted"));
            call.interpreter = oneOf(interpreters);
            call.asked.add(new Asked(call.interpreter, "accepted"));
        } else {
            var begun = Objects.requireNonNullElse(call.chosenAfter, Duration.ZERO);
            call.endedAfter = begun.plusMillis(random.nextInt(3) == 0 ? random.nextInt(6_000) : random.nextInt(90_000));
            call.outcome = call.language == null ? "abandoned_choosing" : oneOf(UNSERVED);
        }
        if (call.language != null && random.nextBoolean()) {
            call.asked.add(new Asked(oneOf(interpreters), oneOf(FATES)));
        }
    }

    /** Often exactly as long as it may be. */
    private Duration aWait() {
        return random.nextInt(4) == 0
                ? Duration.ofSeconds(oneOf(List.of(0, 30, 60, 120)))
                : Duration.ofMillis(1 + random.nextInt(180_000));
    }

    private CallRows rows() {
        return new CallRows(database(), district);
    }

    private void add(Told call) {
        history.add(call);
        rows().add(call);
    }

    private void end(Told call) {
        int before = call.asked.size();
        settle(call);
        call.asked.stream().skip(before).forEach(asked -> rows().add(call, asked));
        rows().end(call);
    }

    private void rate(Told call) {
        call.stars = 1 + random.nextInt(5);
        sql("update call set rating = " + call.stars + " where id = '" + call.id + "'");
    }

    private void reopen(Told call) {
        call.outcome = null;
        call.waited = null;
        call.talked = null;
        call.interpreter = null;
        call.stars = null;
        sql("update call set outcome = null, ended_at = null, connected_at = null, interpreter_id = null, rating = null"
                + " where id = '" + call.id + "'");
    }

    private void changeFates(Told call) {
        if (!call.erased) {
            for (var asked : call.asked) {
                asked.fate = oneOf(FATES);
                sql("update offer set fate = '" + asked.fate + "' where id = '" + asked.id + "'");
            }
        }
    }

    private void erase(Told call) {
        call.erased = true;
        sql("delete from call where id = '" + call.id + "'");
    }

    private List<Told> someOf(Predicate<Told> which) {
        return history.calls().stream()
                .filter(call -> !call.erased)
                .filter(which)
                .filter(call -> random.nextInt(5) == 0)
                .toList();
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void countAll() {
        while (!count(counting.catchUp())) {
            // There are more.
        }
    }

    private static boolean count(Mono<Boolean> counted) {
        return Objects.requireNonNull(counted.block());
    }

    private static <T> T found(Mono<T> found) {
        return Objects.requireNonNull(found.block());
    }

    private void sql(String sql) {
        database().sql(sql).then().block();
    }

    private UUID organisation(int number) {
        return created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        district,
                        "name",
                        "Einrichtung " + number,
                        "kind",
                        KINDS.get(number),
                        "municipality",
                        MUNICIPALITIES.get(number),
                        "phoneNumbers",
                        List.of(),
                        "pin",
                        null));
    }

    private UUID interpreter() {
        var id = UUID.randomUUID();
        sql("insert into interpreter (id, district_id, name, status) values ('" + id + "', '" + district
                + "', 'Dolmetscherin', 'resting')");
        return id;
    }
}
