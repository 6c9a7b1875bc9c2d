package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Preferences;
import de.dolmetscherhotline.availability.Shift;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.volunteer.AbsenceForm;
import de.dolmetscherhotline.volunteer.PlanForm;
import de.dolmetscherhotline.volunteer.PreferencesForm;
import de.dolmetscherhotline.volunteer.TimesEditing;
import de.dolmetscherhotline.volunteer.TimesEditing.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Changes when members may be disturbed, each change with its entry in the audit trail; what was refused has none. Every answer is
 * empty if there is no such member, unless it says otherwise.
 */
@Component
class TimesRecording {

    private final TimesEditing times;
    private final Availabilities availabilities;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;

    TimesRecording(
            TimesEditing times, Availabilities availabilities, AuditTrail trail, TransactionalOperator transaction) {
        this.times = times;
        this.availabilities = availabilities;
        this.trail = trail;
        this.transaction = transaction;
    }

    Mono<Outcome<List<Shift>>> replacePlan(Staff who, InterpreterId whom, PlanForm form, @Nullable String reason) {
        return recorded(
                times.replacePlan(whom, form), TimesRecording::isSaved, record(who, whom, MemberPlanPage.PATH, reason));
    }

    Mono<Outcome<Preferences>> replacePreferences(
            Staff who, InterpreterId whom, PreferencesForm form, @Nullable String reason) {
        return recorded(
                times.replacePreferences(whom, form),
                TimesRecording::isSaved,
                record(who, whom, MemberPreferencesPage.PATH, reason));
    }

    /** The form, which says so if the absence could not be added. */
    Mono<AbsenceForm> addAbsence(Staff who, InterpreterId whom, AbsenceForm form, @Nullable String reason) {
        return recorded(
                times.addAbsence(whom, form),
                tried -> !tried.isWrong(),
                record(who, whom, MemberAbsencesPage.PATH, reason));
    }

    /** False if there is no such absence of hers. */
    Mono<Boolean> removeAbsence(Staff who, InterpreterId whom, UUID absence) {
        return recorded(
                availabilities.removeAbsence(whom, absence),
                removed -> removed,
                record(who, whom, MemberAbsencesPage.REMOVAL, null));
    }

    private static boolean isSaved(Outcome<?> outcome) {
        return outcome instanceof Outcome.Saved;
    }

    private <T> Mono<T> recorded(Mono<T> change, Predicate<? super T> isDone, Mono<Void> entry) {
        return change.delayUntil(outcome -> isDone.test(outcome) ? entry : Mono.empty())
                .as(transaction::transactional);
    }

    private Mono<Void> record(Staff who, InterpreterId whom, String path, @Nullable String reason) {
        return trail.record(
                who.actor(), Action.CHANGED, Reference.to("interpreters", whom.value()), "POST " + path, reason);
    }
}
