package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Person.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls by municipality of the organisation and by whether they came to a session, and the sessions by age group and gender of
 * who interpreted; both tables share the sum of sessions. Of sessions those are sensitive, too, behind which few interpreters
 * stand.
 */
final class CallTables {

    private static final String CALLS = "calls";
    private static final String SESSIONS = "sessions";
    private static final String OTHERS = "without session";

    private final List<String> municipalities;
    private final Network network;

    private CallTables(List<String> municipalities, Network network) {
        this.municipalities = municipalities;
        this.network = network;
    }

    /**
     * From what was counted.
     *
     * @param byMunicipality calls by municipality
     * @param loads sessions by interpreter, which are as many as those of all municipalities
     * @param people the interpreters that are known
     * @param day on which they have their ages
     */
    static CallTables of(Map<String, Measures> byMunicipality, List<Load> loads, List<Person> people, LocalDate day) {
        var network = new Network();
        var municipalities = byMunicipality.keySet().stream().sorted().toList();
        for (var municipality : municipalities) {
            var counted = byMunicipality.getOrDefault(municipality, Measures.NONE);
            long others = counted.calls() - counted.sessions();
            network.add(of(CALLS, municipality), "begin", of(CALLS, municipality), counted.calls());
            network.add(of(SESSIONS, municipality), of(CALLS, municipality), "in sessions", counted.sessions());
            network.add(of(OTHERS, municipality), of(CALLS, municipality), "others", others);
        }
        long calls = byMunicipality.values().stream().mapToLong(Measures::calls).sum();
        long sessions =
                byMunicipality.values().stream().mapToLong(Measures::sessions).sum();
        network.add(OTHERS, "others", "end", calls - sessions);
        network.add(SESSIONS, "in sessions", "out sessions", sessions, people(loads));
        addSessions(network, done(loads, people), day);
        network.add(CALLS, "end", "begin", calls);
        return new CallTables(municipalities, network.protect(CALLS));
    }

    private static void addSessions(Network network, List<Done> done, LocalDate day) {
        for (var age : AgeGroup.values()) {
            Predicate<Done> ofAge = one -> one.who().ageOn(day) == age;
            add(network, Cells.of(age), "out sessions", Cells.of(age), done, ofAge);
            for (var sex : Sex.values()) {
                add(network, Cells.of(age, sex), Cells.of(age), "of " + sex, done, ofAge.and(of(sex)));
            }
        }
        for (var sex : Sex.values()) {
            add(network, Cells.of(sex), "of " + sex, "end", done, of(sex));
        }
    }

    private record Done(Person who, long sessions) {}

    private static List<Done> done(List<Load> loads, List<Person> people) {
        var known = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return loads.stream()
                .filter(load -> load.sessions() > 0)
                .map(load -> new Done(
                        known.getOrDefault(load.interpreter(), Person.unknown(load.interpreter())), load.sessions()))
                .toList();
    }

    private static void add(
            Network network, String name, String from, String to, List<Done> done, Predicate<Done> which) {
        var theirs = done.stream().filter(which).toList();
        network.add(name, from, to, theirs.stream().mapToLong(Done::sessions).sum(), theirs.size());
    }

    private static Predicate<Done> of(Sex sex) {
        return one -> one.who().sex() == sex;
    }

    private static long people(List<Load> loads) {
        return loads.stream().filter(load -> load.sessions() > 0).count();
    }

    private static String of(String what, String municipality) {
        return what + " in municipality " + municipality;
    }

    List<String> municipalities() {
        return municipalities;
    }

    @Nullable
    Long calls() {
        return network.published(CALLS);
    }

    @Nullable
    Long sessions() {
        return network.published(SESSIONS);
    }

    @Nullable
    Long others() {
        return network.published(OTHERS);
    }

    @Nullable
    Long calls(String municipality) {
        return network.published(of(CALLS, municipality));
    }

    @Nullable
    Long sessions(String municipality) {
        return network.published(of(SESSIONS, municipality));
    }

    @Nullable
    Long others(String municipality) {
        return network.published(of(OTHERS, municipality));
    }

    @Nullable
    Long sessions(AgeGroup age, Sex sex) {
        return network.published(Cells.of(age, sex));
    }

    @Nullable
    Long sessions(AgeGroup age) {
        return network.published(Cells.of(age));
    }

    @Nullable
    Long sessions(Sex sex) {
        return network.published(Cells.of(sex));
    }
}
