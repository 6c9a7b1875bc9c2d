package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.availability.Absence;
import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.availability.Preferences;
import de.dolmetscherhotline.availability.Shift;
import de.dolmetscherhotline.kernel.InterpreterId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Changes when, and how much, a member of a pool may be disturbed, as she or a coordinator filled in a form. What was changed
 * since the form was shown, by somebody else or by text, is not overwritten unseen. Every change is one transaction, or part of
 * the current one. Only forms in which nothing is wrong are taken.
 */
@Component
public class TimesEditing {

    private final Availabilities availabilities;
    private final TransactionalOperator transaction;

    TimesEditing(Availabilities availabilities, TransactionalOperator transaction) {
        this.availabilities = availabilities;
        this.transaction = transaction;
    }

    /**
     * What came of a form.
     *
     * @param <T> what it replaces
     */
    public sealed interface Outcome<T> {

        /** It is stored. */
        record Saved<T>() implements Outcome<T> {}

        /**
         * Nothing was done, as this is stored by now and not what the form showed.
         *
         * @param <T> what it would have replaced
         */
        record Meanwhile<T>(T stored) implements Outcome<T> {}
    }

    /** Empty if there is no such member. */
    public Mono<Outcome<List<Shift>>> replacePlan(InterpreterId who, PlanForm form) {
        var wanted = form.shifts();
        return availabilities
                .lock(who)
                .flatMap(availabilities::of)
                .map(Availability::plan)
                .flatMap(stored ->
                        replace(stored, wanted, form.isAnswerTo(stored), availabilities.replacePlan(who, wanted)))
                .as(transaction::transactional);
    }

    /** Empty if there is no such member. */
    public Mono<Outcome<Preferences>> replacePreferences(InterpreterId who, PreferencesForm form) {
        var wanted = form.preferences();
        return availabilities
                .lock(who)
                .flatMap(availabilities::preferences)
                .flatMap(stored ->
                        replace(stored, wanted, form.isAnswerTo(stored), availabilities.setPreferences(who, wanted)))
                .as(transaction::transactional);
    }

    private static <T> Mono<Outcome<T>> replace(T stored, T wanted, boolean seen, Mono<?> replacing) {
        if (wanted.equals(stored)) {
            return Mono.just(new Outcome.Saved<>());
        }
        return seen ? replacing.thenReturn(new Outcome.Saved<>()) : Mono.just(new Outcome.Meanwhile<>(stored));
    }

    /**
     * Adds days on which she is away.
     *
     * @return the form, which says so if they could not be added; empty if there is no such member
     */
    public Mono<AbsenceForm> addAbsence(InterpreterId who, AbsenceForm form) {
        return availabilities
                .lock(who)
                .flatMap(availabilities::absences)
                .flatMap(known -> add(who, form, known))
                .as(transaction::transactional);
    }

    /** Who sends a form twice has one absence. */
    private Mono<AbsenceForm> add(InterpreterId who, AbsenceForm form, List<Absence> known) {
        var wanted = form.absence();
        var sameStart = known.stream()
                .filter(absence -> absence.firstDay().equals(wanted.firstDay()))
                .findFirst();
        if (sameStart.isPresent()) {
            return Mono.just(
                    sameStart.get().lastDay().equals(wanted.lastDay())
                            ? form
                            : form.withProblem("volunteer.problem.same-first-day"));
        }
        return known.size() < Availabilities.MOST
                ? availabilities.addAbsence(who, wanted).thenReturn(form)
                : Mono.just(form.withProblem("volunteer.problem.too-many-absences"));
    }
}
