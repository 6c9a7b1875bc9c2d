package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.training.Attendance;
import de.dolmetscherhotline.training.Trainings;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Who registers for a training, and who was there. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(TrainingsPage.PATH + "/{id}")
class TrainingActions {

    private final Trainings trainings;
    private final Attendance attendance;

    TrainingActions(Trainings trainings, Attendance attendance) {
        this.trainings = trainings;
        this.attendance = attendance;
    }

    /** Whom it is about. */
    record Chosen(@Nullable UUID interpreter) {}

    @PostMapping("/participants")
    Mono<Rendering> register(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Chosen chosen) {
        var interpreter = chosen.interpreter();
        return interpreter == null
                ? Mono.just(DashboardViews.done(TrainingsPage.PATH + "/" + id, "nobody"))
                : change(who, id, interpreter, attendance::register, "registered");
    }

    @PostMapping("/participants/{interpreter}/removal")
    Mono<Rendering> cancel(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @PathVariable UUID interpreter) {
        return change(who, id, interpreter, attendance::cancel, "cancelled");
    }

    @PostMapping("/participants/{interpreter}/attendance")
    Mono<Rendering> attended(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @PathVariable UUID interpreter) {
        return change(who, id, interpreter, attendance::attended, "attended");
    }

    @PostMapping("/participants/{interpreter}/absence")
    Mono<Rendering> wasAbsent(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @PathVariable UUID interpreter) {
        return change(who, id, interpreter, attendance::wasAbsent, "absent");
    }

    private Mono<Rendering> change(
            Staff who,
            UUID id,
            UUID interpreter,
            BiFunction<UUID, InterpreterId, Mono<Attendance.Change>> change,
            String done) {
        return TrainingsPage.find(trainings, who, id)
                .flatMap(training -> change.apply(id, new InterpreterId(interpreter)))
                .map(came -> switch (came) {
                    case DONE -> done;
                    case FULL -> "full";
                    case ATTENDED -> "was-there";
                    case TOO_EARLY -> "too-early";
                    case NO_SUCH_TRAINING, NO_SUCH_MEMBER -> throw PoolMembers.nobody();
                })
                .map(what -> DashboardViews.done(TrainingsPage.PATH + "/" + id, what));
    }
}
