package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.pool.Roll;
import de.dolmetscherhotline.pool.Roll.Named;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.training.Participant;
import de.dolmetscherhotline.training.Participants;
import de.dolmetscherhotline.training.Trainings;
import de.dolmetscherhotline.training.Trainings.Counted;
import de.dolmetscherhotline.training.Trainings.Filter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The trainings of the district, and who takes part in each. */
@DashboardPage(Role.VIEWER)
class TrainingsPage {

    static final String PATH = "/dashboard/trainings";

    private static final int ON_A_PAGE = 25;
    private static final int MOST_PARTICIPANTS = 2000;
    private static final Set<String> KNOWN_TO_BE_DONE =
            Set.of("added", "saved", "removed", "registered", "cancelled", "attended", "absent");
    private static final Set<String> KNOWN_NOT_TO_BE_DONE =
            Set.of("full", "too-early", "was-there", "has-attendance", "nobody");

    private final Trainings trainings;
    private final Participants participants;
    private final Roll roll;
    private final Clock clock;

    TrainingsPage(Trainings trainings, Participants participants, Roll roll, Clock clock) {
        this.trainings = trainings;
        this.participants = participants;
        this.roll = roll;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(
            @AuthenticationPrincipal Staff who,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done) {
        int number = Typed.page(page);
        var own = new Filter(who.district(), null, null, null);
        return trainings
                .page(own, ON_A_PAGE, (long) number * ON_A_PAGE)
                .collectList()
                .zipWith(
                        trainings.count(own),
                        (found, count) -> withNews(DashboardViews.page("pool/trainings"), done)
                                .modelAttribute("changes", who.isAtLeast(Role.COORDINATOR))
                                .modelAttribute("trainings", found)
                                .modelAttribute("now", clock.instant())
                                .modelAttribute("page", number)
                                .modelAttribute("more", count > (number + 1L) * ON_A_PAGE)
                                .build());
    }

    @GetMapping(PATH + "/{id}")
    Mono<Rendering> one(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done) {
        return find(who, id)
                .flatMap(training -> Mono.zip(
                                participants.page(id, MOST_PARTICIPANTS, 0).collectList(),
                                roll.names(who.district()).collectList())
                        .map(found -> page(who, training, found.getT1(), found.getT2(), done)));
    }

    private Rendering page(
            Staff who, Counted training, List<Participant> registered, List<Named> pool, @Nullable String done) {
        var ids = registered.stream().map(Participant::id).collect(Collectors.toUnmodifiableSet());
        var may = who.isAtLeast(Role.COORDINATOR);
        return withNews(DashboardViews.page("pool/training"), done)
                .modelAttribute("changes", may)
                .modelAttribute("counted", training)
                .modelAttribute("training", training.training())
                .modelAttribute("participants", registered)
                .modelAttribute("over", training.training().hasBegunLastDate(clock.instant()))
                .modelAttribute(
                        "others",
                        pool.stream()
                                .filter(member -> may && !ids.contains(member.id()))
                                .toList())
                .build();
    }

    private static Rendering.Builder<?> withNews(Rendering.Builder<?> page, @Nullable String done) {
        return page.modelAttribute(DashboardViews.DONE, done != null && KNOWN_TO_BE_DONE.contains(done) ? done : "")
                .modelAttribute("refused", done != null && KNOWN_NOT_TO_BE_DONE.contains(done) ? done : "");
    }

    private Mono<Counted> find(Staff who, UUID id) {
        return find(trainings, who, id);
    }

    /** A training of the district; fails with status 404 if it is none. */
    static Mono<Counted> find(Trainings trainings, Staff who, UUID id) {
        return trainings
                .byId(id)
                .filter(found -> found.training().district().equals(who.district()))
                .switchIfEmpty(Mono.error(PoolMembers::nobody));
    }
}
