package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.work.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;

/** Many call at the same instant; webhooks and work run at the same time, as in real life. */
abstract class RushScript extends PhoneScriptIT {

    private static final Duration TALK = Duration.ofSeconds(50);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    /** One for each: the JVM's common threads are too few on a small machine for two workers to run side by side. */
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private static final int EXCHANGES_KEPT = 5_000;

    @Autowired
    private Worker worker;

    private List<Person> callers = List.of();
    private List<Person> interpreters = List.of();
    private final Map<String, Instant> talkingSince = new HashMap<>();
    private Instant rushBegan = Instant.MAX;
    private long mostTalkingAtOnce;

    /** The workers of all processes. */
    List<Worker> workers() {
        return List.of(worker);
    }

    @Override
    void settle() {
        boolean something;
        do {
            var work = workers().stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> drain(each), THREADS))
                    .toList();
            something = NETWORK.runDue();
            for (var done : work) {
                something |= done.join() > 0;
            }
        } while (something);
    }

    long drain(Worker each) {
        return Objects.requireNonNullElse(each.drain().block(), 0L);
    }

    /** Everybody asks for Arabic at once; who gets through talks for a while and hangs up. */
    void rush(int howManyCallers, int howManyInterpreters) {
        interpreters = IntStream.range(0, howManyInterpreters)
                .mapToObj(n -> interpreter("ar").behaves(Behaviour.accepts(Duration.ofSeconds(3 + n % 5))))
                .toList();
        callers = IntStream.range(0, howManyCallers).mapToObj(n -> practice()).toList();
        rushBegan = CLOCK.instant();
        callers.forEach(caller -> caller.phone().dial(line));
        settle();
        callers.forEach(caller -> caller.phone().press("1"));
        settle();
        passUntil(rushBegan.plus(LONGEST_WAIT).plus(TALK).plusSeconds(60));
        assertThat(mostTalkingAtOnce).as("most conversations at once").isEqualTo(howManyInterpreters);
    }

    private void passUntil(Instant end) {
        while (CLOCK.instant().isBefore(end)) {
            seconds(1);
            Invariants.conversationsAreBetweenTwo(phones());
            mostTalkingAtOnce = Math.max(mostTalkingAtOnce, talking(interpreters));
            callers.forEach(this::hangUpAfterAWhile);
            settle();
        }
    }

    /** Both hang up: an interpreter may otherwise wait for somebody who was cut off. */
    private void hangUpAfterAWhile(Person caller) {
        var now = CLOCK.instant();
        if (caller.phone().talkingWith().isEmpty()) {
            talkingSince.remove(caller.phone().number());
        } else if (!now.isBefore(talkingSince
                .computeIfAbsent(caller.phone().number(), number -> now)
                .plus(TALK))) {
            var partners = caller.phone().talkingWith();
            caller.phone().hangUp();
            interpreters.stream()
                    .map(Person::phone)
                    .filter(phone -> partners.contains(phone.number()))
                    .forEach(Phone::hangUp);
        }
    }

    /** How many conversations there were, once all the rules of trust were seen to hold. */
    int conversationsAfterAll() {
        var exchanges = NETWORK.exchanges();
        assertThat(exchanges)
                .as("enough is remembered")
                .satisfiesAnyOf(
                        all -> assertThat(all).hasSizeLessThan(EXCHANGES_KEPT),
                        all -> assertThat(all.getFirst().at()).isBefore(rushBegan));
        Invariants.noTelephoneIsRungByTwoCallsAtOnce(exchanges.stream()
                .filter(exchange -> !exchange.at().isBefore(rushBegan))
                .toList());
        Invariants.nobodyIsInTwoConversations(database(), rushBegan);
        Invariants.nothingIsLeft(database(), rushBegan, phones());
        return (int) database()
                .sql("select count(*) from call where dialled_at >= :began and outcome = 'connected'")
                .bind("began", rushBegan)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElse(0L)
                .intValue();
    }

    List<String> outcomes() {
        return database()
                .sql("select outcome from call where dialled_at >= :began")
                .bind("began", rushBegan)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElse(List.of());
    }

    private List<Phone> phones() {
        return Stream.concat(callers.stream(), interpreters.stream())
                .map(Person::phone)
                .toList();
    }

    private static long talking(List<Person> people) {
        return people.stream()
                .filter(person -> !person.phone().talkingWith().isEmpty())
                .count();
    }
}
