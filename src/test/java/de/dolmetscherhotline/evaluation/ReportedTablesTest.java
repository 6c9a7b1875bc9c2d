package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.evaluation.Person.Sex;
import de.dolmetscherhotline.kernel.Gender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pools and calls as the committee sees them: what is told is true, and of no group of fewer than five. */
class ReportedTablesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
    private static final List<String> PLACES = List.of("Grasleben", "Helmstedt", "Lehre", "Velpke", "");

    @Test
    void ageGroupsChangeOnBirthdays() {
        var born = LocalDate.of(1966, 12, 31);
        assertThat(AgeGroup.of(born, DAY.minusDays(1))).isEqualTo(AgeGroup.FROM_45);
        assertThat(AgeGroup.of(born, DAY)).isEqualTo(AgeGroup.FROM_60);
        assertThat(AgeGroup.of(LocalDate.of(1997, 1, 1), DAY)).isEqualTo(AgeGroup.UNDER_30);
        assertThat(AgeGroup.of(LocalDate.of(1930, 1, 1), DAY)).isEqualTo(AgeGroup.FROM_75);
        assertThat(AgeGroup.of(null, DAY)).isEqualTo(AgeGroup.UNKNOWN);
    }

    @Test
    void membersAreToldByAgeGenderAndMunicipalityUnlessTheyAreFew() {
        var random = new Random(11);
        for (int i = 0; i < 200; i++) {
            var members = people(random, 1 + random.nextInt(90));
            var pool = PoolTables.of(members, DAY);
            told(pool.all(), members.size());
            for (var age : AgeGroup.values()) {
                told(pool.of(age), count(members, age, null, null));
                for (var sex : Sex.values()) {
                    told(pool.of(age, sex), count(members, age, sex, null));
                    told(pool.all(sex), count(members, null, sex, null));
                }
            }
            for (var place : pool.municipalities()) {
                told(pool.of(place), count(members, null, null, place));
                for (var sex : Sex.values()) {
                    told(pool.of(place, sex), count(members, null, sex, place));
                }
            }
        }
    }

    @Test
    void callsAndSessionsAreToldUnlessTheyOrThoseBehindThemAreFew() {
        var random = new Random(13);
        for (int i = 0; i < 200; i++) {
            var people = people(random, 4 + random.nextInt(40));
            var loads = people.stream()
                    .map(person -> load(person.id(), random.nextInt(9)))
                    .toList();
            long sessions = loads.stream().mapToLong(Load::sessions).sum();
            var places = places(random, sessions);
            var tables = CallTables.of(places, loads, people, DAY);
            told(tables.calls(), sum(places, Measures::calls));
            told(tables.others(), sum(places, Measures::calls) - sessions);
            for (var place : tables.municipalities()) {
                told(tables.calls(place), of(places, place).calls());
                told(tables.sessions(place), of(places, place).sessions());
                told(
                        tables.others(place),
                        of(places, place).calls() - of(places, place).sessions());
            }
            for (var age : AgeGroup.values()) {
                for (var sex : Sex.values()) {
                    var theirs = loads.stream()
                            .filter(load -> load.sessions() > 0)
                            .filter(load -> people.stream()
                                    .anyMatch(person -> person.id().equals(load.interpreter())
                                            && person.ageOn(DAY) == age
                                            && person.sex() == sex))
                            .toList();
                    told(
                            tables.sessions(age, sex),
                            theirs.stream().mapToLong(Load::sessions).sum());
                    if (theirs.size() >= 1 && theirs.size() <= 4) {
                        assertThat(tables.sessions(age, sex)).isNull();
                    }
                }
            }
        }
    }

    @Test
    void mostOfALargePoolIsTold() {
        var members = people(new Random(17), 2_000);
        var pool = PoolTables.of(members, DAY);
        var cells = Stream.of(AgeGroup.values())
                .flatMap(age -> Stream.of(Sex.values()).map(sex -> pool.of(age, sex) == null))
                .toList();
        assertThat(cells.stream().filter(hidden -> hidden).count()).isLessThan(cells.size() / 2);
        assertThat(pool.all(Sex.FEMALE)).isNotNull();
    }

    private static void told(@Nullable Long published, long counted) {
        if (published != null) {
            assertThat(published).isEqualTo(counted);
            assertThat(counted).isNotIn(1L, 2L, 3L, 4L);
        }
    }

    private static long count(
            List<Person> members, @Nullable AgeGroup age, @Nullable Sex sex, @Nullable String municipality) {
        return members.stream()
                .filter(member -> age == null || member.ageOn(DAY) == age)
                .filter(member -> sex == null || member.sex() == sex)
                .filter(member -> municipality == null || member.municipality().equals(municipality))
                .count();
    }

    private static long sum(Map<String, Measures> places, ToLongFunction<Measures> measure) {
        return places.values().stream().mapToLong(measure).sum();
    }

    private static Measures of(Map<String, Measures> places, String place) {
        return Objects.requireNonNull(places.get(place));
    }

    private static Map<String, Measures> places(Random random, long sessions) {
        var left = sessions;
        var places = new HashMap<String, Measures>();
        for (var place : PLACES) {
            long here = place.isEmpty() ? left : random.nextLong(left + 1);
            left -= here;
            places.put(place, measures(here + random.nextInt(12), here));
        }
        return places;
    }

    private static Measures measures(long calls, long sessions) {
        return new Measures(0, calls, 0, sessions, 0, 0, 0, 0, 0, 0, 0, 0, List.of(0L, 0L, 0L, 0L, 0L));
    }

    private static Load load(UUID who, long sessions) {
        return new Load(who, sessions, 0, sessions, sessions);
    }

    private static List<Person> people(Random random, int count) {
        var people = new ArrayList<Person>();
        for (int i = 0; i < count; i++) {
            people.add(new Person(
                    new UUID(random.nextLong(), random.nextLong()),
                    true,
                    switch (random.nextInt(20)) {
                        case 0 -> null;
                        case 1 -> Gender.DIVERSE;
                        case 2, 3, 4, 5, 6, 7 -> Gender.MALE;
                        default -> Gender.FEMALE;
                    },
                    random.nextInt(15) == 0 ? null : DAY.minusYears(18 + random.nextInt(60)),
                    PLACES.get((int) (PLACES.size() * random.nextDouble() * random.nextDouble()))));
        }
        return people;
    }
}
