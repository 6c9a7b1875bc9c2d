package de.dolmetscherhotline.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.platform.SqlValues;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.MovableClock;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What is stored about availability, and the duty that is kept ready for searches. Has a clock of its own. */
class AvailabilitiesIT extends HotlineIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long SEED = 20_262_027;

    @Autowired
    private TransactionalOperator transaction;

    private final MovableClock clock = new MovableClock();
    private DistrictId district = new DistrictId(new UUID(0, 0));

    @BeforeEach
    void aDistrict() {
        district = new DistrictId(district());
    }

    private Availabilities availabilities() {
        return new Availabilities(
                new Entries(database(), clock), new Duties(database(), clock), List.of(), transaction, clock);
    }

    @Test
    void dutyThatIsKeptIsTheRuleWheneverItIsNotOutOfDate() {
        var random = new Random(SEED);
        var people = IntStream.range(0, 12).mapToObj(n -> randomPerson(random)).toList();
        for (int i = 0; i < 200; i++) {
            clock.pass(Duration.ofMinutes(random.nextInt(40 * 60)));
            people.stream().filter(who -> !isStale(who)).forEach(who -> assertKept(who));
            waitFor(availabilities().refreshStale(district));
            people.forEach(who -> assertKept(who));
        }
        assertThat(clock.instant())
                .as("has passed a night in which clocks change")
                .isAfter("2027-03-29T00:00:00Z");
    }

    private void assertKept(InterpreterId who) {
        var now = wait(availabilities().standing(who));
        assertThat(kept(who))
                .as("seed %d, at %s", SEED, clock.instant())
                .isEqualTo(SqlValues.word(now.duty()) + " until " + now.until());
    }

    private InterpreterId randomPerson(Random random) {
        var who = person();
        var plan = new ArrayList<Shift>();
        for (var day : DayOfWeek.values()) {
            if (random.nextBoolean()) {
                plan.add(new Shift(day, randomTime(random), randomTime(random)));
            }
        }
        wait(availabilities().replacePlan(who, plan));
        var today = LocalDate.ofInstant(clock.instant(), BERLIN);
        for (int week = 0; week < 16; week += 1 + random.nextInt(4)) {
            var first = today.plusWeeks(week).plusDays(random.nextInt(7));
            wait(availabilities().addAbsence(who, absence(first, first.plusDays(random.nextInt(5)))));
            var from = clock.instant().plus(Duration.ofMinutes(random.nextInt(120 * 1440)));
            wait(availabilities()
                    .say(
                            who,
                            new Word(random.nextBoolean(), from, from.plus(Duration.ofHours(1 + random.nextInt(60))))));
        }
        return who;
    }

    private static LocalTime randomTime(Random random) {
        return LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
    }

    @Test
    void wordWithoutAnEndForgetsThoseThatItCovers() {
        var amina = person();
        say(amina, true, in(2), in(4));
        say(amina, true, in(0), null);
        say(amina, false, in(0), null);
        assertThat(words(amina)).isEqualTo(1);
        assertThat(wait(availabilities().standing(amina))).isEqualTo(new Standing(Duty.SAID_OFF, Source.WORD, null));
    }

    @Test
    void newerWordInTheSameDirectionSaysUntilWhen() {
        var amina = person();
        say(amina, true, in(0), in(8));
        clock.pass(Duration.ofHours(1));
        assertThat(say(amina, true, in(0), in(2)).until()).isEqualTo(in(2));
        say(amina, false, in(0), in(8));
        clock.pass(Duration.ofHours(1));
        assertThat(say(amina, false, in(0), in(1)).until()).isEqualTo(in(1));
    }

    @Test
    void offThatIsYetToBeginDoesNotShortenTheOffOfToday() {
        var amina = person();
        say(amina, false, in(0), null);
        assertThat(say(amina, false, in(5), in(6))).isEqualTo(new Standing(Duty.SAID_OFF, Source.WORD, null));
    }

    @Test
    void onForSomeHoursInterruptsAnOffAndTheOffGoesOnAfterwards() {
        var amina = person();
        say(amina, false, in(0), null);
        assertThat(say(amina, true, in(1), in(3))).isEqualTo(new Standing(Duty.SAID_OFF, Source.WORD, in(1)));
        clock.pass(Duration.ofHours(1));
        assertThat(wait(availabilities().standing(amina))).isEqualTo(new Standing(Duty.ON_DUTY, Source.WORD, in(2)));
        clock.pass(Duration.ofHours(2));
        assertThat(wait(availabilities().standing(amina))).isEqualTo(new Standing(Duty.SAID_OFF, Source.WORD, null));
    }

    @Test
    void wordsThatAreOverAreForgotten() {
        var amina = person();
        say(amina, true, in(0), in(1));
        clock.pass(Duration.ofHours(2));
        say(amina, true, in(0), in(1));
        assertThat(words(amina)).isEqualTo(1);
    }

    @Test
    void noMoreThanFiftyWordsAreKept() {
        var amina = person();
        IntStream.range(0, 50).forEach(n -> say(amina, true, in(10 * n + 1), in(10 * n + 2)));
        assertThatThrownBy(() -> say(amina, true, in(1001), in(1002))).isInstanceOf(TooManyEntries.class);
        assertThat(words(amina)).isEqualTo(50);
        say(amina, false, in(0), null);
        assertThat(words(amina)).isEqualTo(1);
    }

    @Test
    void noMoreThanFiftyAbsencesAreKeptAndThoseThatAreOverAreForgotten() {
        var amina = person();
        var today = LocalDate.ofInstant(clock.instant(), BERLIN);
        IntStream.range(0, 50)
                .forEach(n -> wait(availabilities().addAbsence(amina, absence(today.plusDays(n), today.plusDays(n)))));
        assertThatThrownBy(() ->
                        wait(availabilities().addAbsence(amina, absence(today.plusDays(99), today.plusDays(99)))))
                .isInstanceOf(TooManyEntries.class);
        clock.pass(Duration.ofDays(10));
        wait(availabilities().addAbsence(amina, absence(today.plusDays(99), today.plusDays(99))));
        assertThat(wait(availabilities().absences(amina))).hasSize(41);
    }

    @Test
    void nobodyIsPausedWhoIsOffOrAwayAlready() {
        var amina = person();
        say(amina, false, in(0), in(2));
        assertThat(wait(availabilities().pause(amina))).isFalse();
        var away = person();
        var today = LocalDate.ofInstant(clock.instant(), BERLIN);
        wait(availabilities().addAbsence(away, absence(today, today)));
        assertThat(wait(availabilities().pause(away))).isFalse();
        assertThat(wait(availabilities().pause(person()))).isTrue();
    }

    @Test
    void pauseEndsWhenThePlanIsToDecideAgain() {
        var amina = person();
        wait(availabilities().pause(amina));
        assertThat(wait(availabilities().forgetWords(amina)).duty()).isEqualTo(Duty.NOT_ON_DUTY);
        assertThat(value("select paused_at::text from interpreter where id = '" + amina + "'"))
                .isEqualTo("null");
    }

    @Test
    void whoMovesToAnotherTimeZoneHasHerPlanThere() {
        var amina = person();
        wait(availabilities()
                .replacePlan(amina, List.of(new Shift(DayOfWeek.TUESDAY, LocalTime.of(18, 0), LocalTime.of(22, 0)))));
        assertThat(kept(amina)).isEqualTo("not_on_duty until 2026-11-24T17:00:00Z");
        put("/api/v1/districts/" + district, Body.of("name", "Landkreis " + district, "timeZone", "Europe/Lisbon"))
                .hasStatus(200);
        waitFor(availabilities().refreshStale(district));
        assertThat(kept(amina)).isEqualTo("not_on_duty until 2026-11-24T18:00:00Z");
    }

    @Test
    void whoIsTakenByACallIsLeftToTheTimer() {
        var amina = person();
        say(amina, true, in(0), in(1));
        sql("update interpreter set reserved_for = gen_random_uuid() where id = '" + amina + "'");
        clock.pass(Duration.ofHours(2));
        waitFor(availabilities().refreshStale(district));
        assertThat(kept(amina)).startsWith("on_duty");
    }

    @Test
    void nobodyIsNobody() {
        var nobody = InterpreterId.random();
        assertThat(availabilities().standing(nobody).blockOptional()).isEmpty();
        assertThat(availabilities().say(nobody, Word.on(clock.instant())).blockOptional())
                .isEmpty();
        assertThat(availabilities().pause(nobody).blockOptional()).isEmpty();
        assertThat(availabilities().replacePlan(nobody, List.of()).blockOptional())
                .isEmpty();
        assertThat(availabilities().preferences(nobody).blockOptional()).isEmpty();
        assertThat(wait(availabilities().removeAbsence(nobody, UUID.randomUUID())))
                .isFalse();
    }

    private Standing say(InterpreterId who, boolean available, Instant from, @Nullable Instant until) {
        return wait(availabilities().say(who, new Word(available, from, until)));
    }

    private Instant in(int hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    private static Absence absence(LocalDate first, LocalDate last) {
        return new Absence(UUID.randomUUID(), first, last);
    }

    private boolean isStale(InterpreterId who) {
        return value("select duty_until <= '" + clock.instant() + "' from interpreter where id = '" + who + "'")
                .equals("true");
    }

    private String kept(InterpreterId who) {
        return Objects.requireNonNull(database()
                .sql("select duty, duty_until from interpreter where id = :id")
                .bind("id", who.value())
                .map(stored -> stored.get("duty", String.class) + " until " + stored.get("duty_until", Instant.class))
                .one()
                .block());
    }

    private int words(InterpreterId who) {
        return Integer.parseInt(value("select count(*) from availability_word where interpreter_id = '" + who + "'"));
    }

    private String value(String sql) {
        return database()
                .sql(sql)
                .map(row -> String.valueOf(row.get(0)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private void sql(String sql) {
        database().sql(sql).then().block();
    }

    private static <T> T wait(Mono<T> result) {
        return result.blockOptional().orElseThrow();
    }

    private static void waitFor(Mono<Void> end) {
        end.block();
    }

    private InterpreterId person() {
        return new InterpreterId(created(
                "/api/v1/interpreters",
                Body.of(
                        "districtId",
                        district.value(),
                        "name",
                        "Amina Haddad",
                        "phoneNumber",
                        Numbers.mobile(),
                        "dateOfBirth",
                        "1985-03-01",
                        "languages",
                        List.of(Map.of("tag", "ar", "level", "native")),
                        "status",
                        "active")));
    }
}
