package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.dashboard.pool.Editing.Outcome;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where a coordinator removes a member from the pool (Art. 17 GDPR), told what that erases, and with a reason. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(InterpreterPage.PATH + "/removal")
class RemovalPage {

    private final PoolMembers members;
    private final Editing editing;

    RemovalPage(PoolMembers members, Editing editing) {
        this.members = members;
        this.editing = editing;
    }

    @GetMapping
    Mono<Rendering> question(@AuthenticationPrincipal Staff who, @PathVariable UUID id) {
        return members.find(who, id).map(member -> page(member, null).build());
    }

    @PostMapping
    @RecordsItself("Editing records the removal with it")
    Mono<Rendering> remove(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute EditPages.Sent sent) {
        return members.find(who, id)
                .flatMap(member -> Typed.text(sent.reason()).isEmpty()
                        ? Mono.just(page(member, sent.reason())
                                .modelAttribute("reasonProblem", "dashboard.problem.reason")
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .build())
                        : editing.remove(who, member.id(), sent.versionOrNone(), sent.reason())
                                .map(outcome -> answer(member, sent.reason(), outcome)));
    }

    private static Rendering answer(Interpreter member, @Nullable String reason, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Saved saved -> DashboardViews.done(InterpretersPage.PATH, InterpretersPage.REMOVED);
            case Outcome.Outdated outdated -> notRemoved(member, reason, "pool.removal.outdated");
            case Outcome.Refused refused -> notRemoved(member, reason, refused.problem());
        };
    }

    private static Rendering notRemoved(Interpreter member, @Nullable String reason, String problem) {
        return page(member, reason)
                .modelAttribute("problem", problem)
                .status(HttpStatus.CONFLICT)
                .build();
    }

    private static Rendering.Builder<?> page(Interpreter member, @Nullable String reason) {
        return InterpreterPage.form(member, "removal", reason).modelAttribute("version", member.version());
    }
}
