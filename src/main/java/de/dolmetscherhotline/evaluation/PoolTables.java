package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Person.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The members of a pool by age group and gender, and by gender and municipality; both tables share the sums by gender. */
final class PoolTables {

    private static final String ALL = "all";

    private final List<String> municipalities;
    private final Network network;

    private PoolTables(List<String> municipalities, Network network) {
        this.municipalities = municipalities;
        this.network = network;
    }

    /** @param day on which they have their ages */
    static PoolTables of(List<Person> members, LocalDate day) {
        var municipalities =
                members.stream().map(Person::municipality).distinct().sorted().toList();
        var network = new Network();
        for (var age : AgeGroup.values()) {
            Predicate<Person> ofAge = person -> person.ageOn(day) == age;
            network.add(Cells.of(age), "begin", Cells.of(age), count(members, ofAge));
            for (var sex : Sex.values()) {
                network.add(Cells.of(age, sex), Cells.of(age), "in " + sex, count(members, ofAge.and(of(sex))));
            }
        }
        for (var sex : Sex.values()) {
            network.add(Cells.of(sex), "in " + sex, "out " + sex, count(members, of(sex)));
        }
        for (var municipality : municipalities) {
            Predicate<Person> there = person -> person.municipality().equals(municipality);
            for (var sex : Sex.values()) {
                network.add(
                        cell(municipality, sex), "out " + sex, place(municipality), count(members, there.and(of(sex))));
            }
            network.add(place(municipality), place(municipality), "end", count(members, there));
        }
        network.add(ALL, "end", "begin", members.size());
        return new PoolTables(municipalities, network.protect(ALL));
    }

    private static Predicate<Person> of(Sex sex) {
        return person -> person.sex() == sex;
    }

    private static long count(List<Person> people, Predicate<Person> which) {
        return people.stream().filter(which).count();
    }

    private static String cell(String municipality, Sex sex) {
        return Cells.of(sex) + " " + place(municipality);
    }

    private static String place(String municipality) {
        return "municipality " + municipality;
    }

    List<String> municipalities() {
        return municipalities;
    }

    @Nullable
    Long all() {
        return network.published(ALL);
    }

    @Nullable
    Long of(AgeGroup age, Sex sex) {
        return network.published(Cells.of(age, sex));
    }

    @Nullable
    Long of(AgeGroup age) {
        return network.published(Cells.of(age));
    }

    @Nullable
    Long all(Sex sex) {
        return network.published(Cells.of(sex));
    }

    @Nullable
    Long of(String municipality, Sex sex) {
        return network.published(cell(municipality, sex));
    }

    @Nullable
    Long of(String municipality) {
        return network.published(place(municipality));
    }
}
