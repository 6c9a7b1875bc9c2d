package de.dolmetscherhotline.availability;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.matching.Duty;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * When the members of the pools may be rung. Every change is one transaction, or part of the current one; it locks the
 * interpreter, so lock a call first where that is needed too.
 *
 * <p>What holds at present is kept with the interpreter ({@code duty}), with the time at which it must be worked out anew.
 */
@Component
public class Availabilities {

    /** Words of one person, and absences, that are not over; more make no sense. */
    public static final int MOST = 50;

    /** As many shifts may the plan of a week have. */
    public static final int MOST_SHIFTS = 50;

    private static final int BATCH = 500;

    private final Entries entries;
    private final Duties duties;
    private final List<AvailabilityWatcher> watchers;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Availabilities(
            Entries entries,
            Duties duties,
            List<AvailabilityWatcher> watchers,
            TransactionalOperator transaction,
            Clock clock) {
        this.entries = entries;
        this.duties = duties;
        this.watchers = List.copyOf(watchers);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Her plan, absences and words; empty if there is no such member. */
    public Mono<Availability> of(InterpreterId who) {
        return of(List.of(who)).flatMap(found -> Mono.justOrEmpty(found.get(who)));
    }

    /** Those of each of these who exists. */
    public Mono<Map<InterpreterId, Availability>> of(Collection<InterpreterId> members) {
        return members.isEmpty() ? Mono.just(Map.of()) : entries.of(members);
    }

    /** Nobody else changes her until the current transaction is over; empty if there is no such member. */
    public Mono<InterpreterId> lock(InterpreterId who) {
        return duties.lock(who);
    }

    /** What holds for her now; empty if there is no such member. */
    public Mono<Standing> standing(InterpreterId who) {
        return of(who).map(known -> known.at(clock.instant()));
    }

    /** What holds now for each of these who exists. */
    public Mono<Map<InterpreterId, Standing>> standings(Collection<InterpreterId> members) {
        return of(members).map(this::now);
    }

    private Map<InterpreterId, Standing> now(Map<InterpreterId, Availability> known) {
        var now = clock.instant();
        return known.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, member -> member.getValue().at(now)));
    }

    /**
     * She says whether she is available, which ends a pause and begins the count of unanswered offers anew. Earlier words
     * give way to it: those that it covers, and one in the same direction that holds when it begins.
     *
     * @return what holds then; empty if there is no such member; fails with {@link TooManyEntries}
     */
    public Mono<Standing> say(InterpreterId who, Word word) {
        return duties.lockAsHeard(who)
                .flatMap(member -> note(member, word).then(refresh(member)))
                .as(transaction::transactional);
    }

    private Mono<Void> note(InterpreterId who, Word word) {
        return entries.forgetBefore(who, word)
                .then(entries.cutBefore(who, word))
                .then(entries.add(who, word))
                .then(entries.words(who))
                .filter(words -> words > MOST)
                .flatMap(words -> Mono.error(TooManyEntries::new));
    }

    /**
     * Nothing that she said holds any more, nor a pause: her plan counts.
     *
     * @return what holds then; empty if there is no such member
     */
    public Mono<Standing> forgetWords(InterpreterId who) {
        return duties.lockAsHeard(who)
                .flatMap(member -> entries.forgetWords(member).then(refresh(member)))
                .as(transaction::transactional);
    }

    /**
     * Switches her off until further notice, because she does not answer; her next word ends it. Nobody is paused who is off
     * already.
     *
     * @return whether she was; empty if there is no such member
     */
    public Mono<Boolean> pause(InterpreterId who) {
        return duties.lock(who)
                .flatMap(this::standing)
                .flatMap(standing -> standing.duty() == Duty.SAID_OFF
                        ? Mono.just(false)
                        : note(who, Word.off(clock.instant()))
                                .then(refresh(who))
                                .then(duties.pause(who))
                                .thenReturn(true))
                .as(transaction::transactional);
    }

    /**
     * Replaces the shifts of her week. What she said, and her absences, stay.
     *
     * @param shifts no two may start at the same time of the week
     * @return what holds then; empty if there is no such member
     */
    public Mono<Standing> replacePlan(InterpreterId who, List<Shift> shifts) {
        return duties.lock(who)
                .flatMap(member -> entries.replacePlan(member, shifts).then(refresh(member)))
                .as(transaction::transactional);
    }

    /** Her absences that are not over, earliest first; empty if there is no such member. */
    public Mono<List<Absence>> absences(InterpreterId who) {
        return of(who).map(this::notOver);
    }

    private List<Absence> notOver(Availability known) {
        var today = LocalDate.ofInstant(clock.instant(), known.zone());
        return known.absences().stream()
                .filter(absence -> !absence.isOverOn(today))
                .toList();
    }

    /**
     * Adds an absence, and forgets those that are over.
     *
     * @return what holds then; empty if there is no such member; fails with {@link TooManyEntries}, and with a
     *     DataIntegrityViolationException that names {@code absence_first_day_key} if she has one that begins on that day
     */
    public Mono<Standing> addAbsence(InterpreterId who, Absence absence) {
        return duties.lock(who)
                .flatMap(member -> note(member, absence).then(refresh(member)))
                .as(transaction::transactional);
    }

    private Mono<Void> note(InterpreterId who, Absence absence) {
        return entries.forgetPastAbsences(who)
                .then(entries.add(who, absence))
                .then(entries.absences(who))
                .filter(absences -> absences > MOST)
                .flatMap(absences -> Mono.error(TooManyEntries::new));
    }

    /** Removes an absence; false if she has none with this id. */
    public Mono<Boolean> removeAbsence(InterpreterId who, UUID absence) {
        return duties.lock(who)
                .flatMap(member -> entries.removeAbsence(member, absence))
                .flatMap(removed -> refresh(who).thenReturn(removed))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** How much she agreed to be disturbed; empty if there is no such member. */
    public Mono<Preferences> preferences(InterpreterId who) {
        return duties.preferences(who);
    }

    /** Replaces how much she agreed to be disturbed; false if there is no such member. */
    public Mono<Boolean> setPreferences(InterpreterId who, Preferences preferences) {
        return duties.setPreferences(who, preferences);
    }

    /** Whether she may be rung in an emergency outside her shifts and in her quiet hours; false if there is no such member. */
    public Mono<Boolean> setEmergencyOptIn(InterpreterId who, boolean ready) {
        return duties.setEmergencyOptIn(who, ready);
    }

    private Mono<Standing> refresh(InterpreterId who) {
        return of(who).flatMap(known -> {
            var now = known.at(clock.instant());
            return duties.store(Map.of(who, now)).then(tell(who, known)).thenReturn(now);
        });
    }

    private Mono<Void> tell(InterpreterId who, Availability known) {
        return Flux.fromIterable(watchers)
                .concatMap(watcher -> watcher.changed(who, known))
                .then();
    }

    /**
     * Works out anew the duty of those members of a district for whom it has become out of date and who are not taken by a
     * call. Never waits: who is locked stays out of date. Part of the current transaction, if there is one.
     */
    public Mono<Void> refreshStale(DistrictId district) {
        return duties.lockStale(district, BATCH)
                .collectList()
                .flatMap(this::refreshAll)
                .then()
                .as(transaction::transactional);
    }

    /** The same for everybody, in transactions of its own. */
    Mono<Void> refreshStale() {
        return batch().expand(done -> done == BATCH ? batch() : Mono.empty()).then();
    }

    private Mono<Integer> batch() {
        return duties.lockStale(BATCH).collectList().flatMap(this::refreshAll).as(transaction::transactional);
    }

    private Mono<Integer> refreshAll(List<InterpreterId> stale) {
        return stale.isEmpty()
                ? Mono.just(0)
                : standings(stale).flatMap(duties::store).thenReturn(stale.size());
    }
}
