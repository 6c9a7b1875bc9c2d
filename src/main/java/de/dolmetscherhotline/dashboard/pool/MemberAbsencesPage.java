package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.volunteer.AbsenceForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Days on which a member is away, with the form that she has on her own page. */
@DashboardPage(Role.COORDINATOR)
class MemberAbsencesPage {

    static final String PATH = InterpreterPage.PATH + "/absences";
    static final String REMOVAL = PATH + "/removal";

    private static final String RECORDED = "TimesRecording records each change with it";
    private static final Set<String> KNOWN_TO_BE_DONE = Set.of("added", "removed");

    private final PoolMembers members;
    private final Availabilities availabilities;
    private final TimesRecording times;
    private final Clock clock;

    MemberAbsencesPage(PoolMembers members, Availabilities availabilities, TimesRecording times, Clock clock) {
        this.members = members;
        this.availabilities = availabilities;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> absences(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done) {
        var said = done != null && KNOWN_TO_BE_DONE.contains(done) ? done : "";
        return members.find(who, id)
                .flatMap(member -> page(member, AbsenceForm.EMPTY, null))
                .map(page -> page.modelAttribute(DashboardViews.DONE, said).build())
                .switchIfEmpty(Mono.error(PoolMembers::nobody));
    }

    @PostMapping(PATH)
    @RecordsItself(RECORDED)
    Mono<Rendering> add(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @ModelAttribute AbsenceForm.Typed typed,
            @ModelAttribute Why why) {
        return members.find(who, id)
                .flatMap(member -> answer(who, member, AbsenceForm.read(typed, today(member)), why.reason()))
                .switchIfEmpty(Mono.error(PoolMembers::nobody));
    }

    private Mono<Rendering> answer(Staff who, Interpreter member, AbsenceForm form, @Nullable String reason) {
        return form.isWrong()
                ? refused(member, form, reason)
                : times.addAbsence(who, member.id(), form, reason)
                        .flatMap(tried ->
                                tried.isWrong() ? refused(member, tried, reason) : Mono.just(done(member, "added")));
    }

    /** @param absence which one */
    record Removed(@Nullable UUID absence) {}

    /** Whoever removes one twice has removed it. */
    @PostMapping(REMOVAL)
    @RecordsItself(RECORDED)
    Mono<Rendering> remove(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Removed removed) {
        return members.find(who, id)
                .flatMap(member -> Mono.justOrEmpty(removed.absence())
                        .flatMap(absence -> times.removeAbsence(who, member.id(), absence))
                        .thenReturn(done(member, "removed")));
    }

    private static Rendering done(Interpreter member, String what) {
        return DashboardViews.done(InterpreterPage.of(member.id().value()) + "/absences", what);
    }

    private Mono<Rendering> refused(Interpreter member, AbsenceForm form, @Nullable String reason) {
        return page(member, form, reason)
                .map(page -> page.modelAttribute(DashboardViews.DONE, "")
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    private Mono<Rendering.Builder<?>> page(Interpreter member, AbsenceForm form, @Nullable String reason) {
        return availabilities
                .absences(member.id())
                .map(known -> InterpreterPage.form(member, "absences", reason)
                        .modelAttribute("form", form)
                        .modelAttribute("absences", known)
                        .modelAttribute("today", today(member).toString()));
    }

    private LocalDate today(Interpreter member) {
        return LocalDate.ofInstant(clock.instant(), member.timeZone());
    }
}
