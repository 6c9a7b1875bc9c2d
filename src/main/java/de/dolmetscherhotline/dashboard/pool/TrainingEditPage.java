package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.training.Planning;
import de.dolmetscherhotline.training.Training;
import de.dolmetscherhotline.training.Trainings;
import de.dolmetscherhotline.training.Trainings.Counted;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where trainings are planned. */
@DashboardPage(Role.COORDINATOR)
class TrainingEditPage {

    private static final String NEW = TrainingsPage.PATH + "/new";
    private static final String ONE = TrainingsPage.PATH + "/{id}";

    private final Trainings trainings;
    private final Planning planning;

    TrainingEditPage(Trainings trainings, Planning planning) {
        this.trainings = trainings;
        this.planning = planning;
    }

    @GetMapping(NEW)
    Mono<Rendering> form() {
        return Mono.just(page(NEW, TrainingForm.empty(), Map.of()).build());
    }

    @PostMapping(NEW)
    Mono<Rendering> add(@AuthenticationPrincipal Staff who, @ModelAttribute TrainingForm form) {
        var problems = form.problems(who.zone());
        if (form.asksForMore() || !problems.isEmpty()) {
            return Mono.just(again(NEW, form, problems));
        }
        var training = form.training(form.keyOrNew(), who.district(), who.zone());
        return planning.add(training)
                .flatMap(added -> added ? Mono.just(added(training)) : addedBefore(who, training, form));
    }

    private static Rendering added(Training training) {
        return DashboardViews.done(of(training.id()), "added");
    }

    /** Whoever went back and corrected something goes on with that as a change of what she has planned. */
    private Mono<Rendering> addedBefore(Staff who, Training training, TrainingForm form) {
        return TrainingsPage.find(trainings, who, training.id())
                .map(found -> found.training().equals(training)
                        ? added(training)
                        : lookAgain(form, found, "pool.problem.planned-before"));
    }

    /** What was typed, to be compared with what is planned now; if it is sent again, it replaces that. */
    private static Rendering lookAgain(TrainingForm form, Counted now, String problem) {
        return page(of(now.training().id()) + "/edit", form.replacing(now.version()), Map.of("key", problem))
                .status(HttpStatus.CONFLICT)
                .build();
    }

    @GetMapping(ONE + "/edit")
    Mono<Rendering> form(@AuthenticationPrincipal Staff who, @PathVariable UUID id) {
        return TrainingsPage.find(trainings, who, id)
                .map(found -> page(of(id) + "/edit", TrainingForm.of(found, who.zone()), Map.of())
                        .build());
    }

    @PostMapping(ONE + "/edit")
    Mono<Rendering> save(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute TrainingForm form) {
        return TrainingsPage.find(trainings, who, id).flatMap(found -> saved(who, found, form));
    }

    private Mono<Rendering> saved(Staff who, Counted found, TrainingForm form) {
        var id = found.training().id();
        var problems = form.problems(who.zone());
        if (form.asksForMore() || !problems.isEmpty()) {
            return Mono.just(again(of(id) + "/edit", form, problems));
        }
        var training = form.training(id, who.district(), who.zone());
        return planning.replace(training, form.expected()).map(change -> switch (change) {
            case OUTDATED -> lookAgain(form, found, "pool.problem.training-outdated");
            case DONE -> DashboardViews.done(of(id), "saved");
            case TOO_FEW_PLACES -> refused(id, form, Map.of("places", "pool.problem.places-taken"));
            case ATTENDED -> refused(id, form, Map.of("dates", "pool.problem.dates-attended"));
            case NO_SUCH_TRAINING, OTHER_DISTRICT -> throw PoolMembers.nobody();
        });
    }

    @PostMapping(ONE + "/removal")
    Mono<Rendering> remove(@AuthenticationPrincipal Staff who, @PathVariable UUID id) {
        return TrainingsPage.find(trainings, who, id)
                .flatMap(found -> planning.remove(id))
                .map(change -> switch (change) {
                    case DONE -> DashboardViews.done(TrainingsPage.PATH, "removed");
                    case ATTENDED -> DashboardViews.done(of(id), "has-attendance");
                    case NO_SUCH_TRAINING, OUTDATED, TOO_FEW_PLACES, OTHER_DISTRICT -> throw PoolMembers.nobody();
                });
    }

    private static String of(UUID id) {
        return TrainingsPage.PATH + "/" + id;
    }

    private static Rendering again(String path, TrainingForm form, Map<String, String> problems) {
        return form.asksForMore()
                ? page(path, form, Map.of()).build()
                : page(path, form, problems)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build();
    }

    private static Rendering refused(UUID id, TrainingForm form, Map<String, String> problems) {
        return page(of(id) + "/edit", form, problems)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    private static Rendering.Builder<?> page(String path, TrainingForm form, Map<String, String> problems) {
        return DashboardViews.page("pool/training-form")
                .modelAttribute("path", path)
                .modelAttribute("isNew", path.equals(NEW))
                .modelAttribute(
                        "back", path.equals(NEW) ? TrainingsPage.PATH : path.substring(0, path.lastIndexOf('/')))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .modelAttribute("subjects", Typed.words(Subject.class));
    }
}
