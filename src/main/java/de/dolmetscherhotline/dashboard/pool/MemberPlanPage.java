package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Shift;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.volunteer.PlanForm;
import de.dolmetscherhotline.volunteer.TimesEditing.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The weekly plan of a member, with the form that she has on her own page. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(MemberPlanPage.PATH)
class MemberPlanPage {

    static final String PATH = InterpreterPage.PATH + "/plan";

    private final PoolMembers members;
    private final Availabilities availabilities;
    private final TimesRecording times;

    MemberPlanPage(PoolMembers members, Availabilities availabilities, TimesRecording times) {
        this.members = members;
        this.availabilities = availabilities;
        this.times = times;
    }

    @GetMapping
    Mono<Rendering> plan(@AuthenticationPrincipal Staff who, @PathVariable UUID id) {
        return members.find(who, id)
                .flatMap(member -> availabilities
                        .of(member.id())
                        .map(known ->
                                page(member, PlanForm.of(known.plan()), null).build()))
                .switchIfEmpty(Mono.error(PoolMembers::nobody));
    }

    @PostMapping
    @RecordsItself("TimesRecording records each change with it")
    Mono<Rendering> save(@AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange) {
        return members.find(who, id)
                .flatMap(member -> exchange.getFormData().flatMap(fields -> answer(who, member, fields)))
                .switchIfEmpty(Mono.error(PoolMembers::nobody));
    }

    private Mono<Rendering> answer(Staff who, Interpreter member, MultiValueMap<String, String> fields) {
        var form = PlanForm.read(fields);
        var reason = fields.getFirst("reason");
        if (fields.containsKey("copy")) {
            return Mono.just(page(member, form.withMondayForWorkingDays(), reason)
                    .modelAttribute("copied", true)
                    .build());
        }
        return form.isWrong()
                ? Mono.just(page(member, form, reason)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build())
                : times.replacePlan(who, member.id(), form, reason)
                        .map(outcome -> answer(member, form, reason, outcome));
    }

    private static Rendering answer(
            Interpreter member, PlanForm form, @Nullable String reason, Outcome<List<Shift>> outcome) {
        return switch (outcome) {
            case Outcome.Saved<List<Shift>> saved ->
                DashboardViews.done(InterpreterPage.of(member.id().value()), "saved");
            case Outcome.Meanwhile<List<Shift>> meanwhile ->
                page(member, form.against(meanwhile.stored()), reason)
                        .modelAttribute("meanwhile", PlanForm.of(meanwhile.stored()))
                        .status(HttpStatus.CONFLICT)
                        .build();
        };
    }

    private static Rendering.Builder<?> page(Interpreter member, PlanForm form, @Nullable String reason) {
        return InterpreterPage.form(member, "plan", reason).modelAttribute("form", form);
    }
}
