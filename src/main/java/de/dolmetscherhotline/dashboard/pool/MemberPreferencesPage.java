package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Preferences;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.volunteer.PreferencesForm;
import de.dolmetscherhotline.volunteer.TimesEditing.Outcome;
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

/** How much a member agreed to be disturbed, with the form that she has on her own page. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(MemberPreferencesPage.PATH)
class MemberPreferencesPage {

    static final String PATH = InterpreterPage.PATH + "/preferences";

    private final PoolMembers members;
    private final Availabilities availabilities;
    private final TimesRecording times;

    MemberPreferencesPage(PoolMembers members, Availabilities availabilities, TimesRecording times) {
        this.members = members;
        this.availabilities = availabilities;
        this.times = times;
    }

    @GetMapping
    Mono<Rendering> preferences(@AuthenticationPrincipal Staff who, @PathVariable UUID id) {
        return members.find(who, id)
                .flatMap(member -> availabilities
                        .preferences(member.id())
                        .map(stored ->
                                page(member, PreferencesForm.of(stored), null).build()))
                .switchIfEmpty(Mono.error(PoolMembers::nobody));
    }

    @PostMapping
    @RecordsItself("TimesRecording records each change with it")
    Mono<Rendering> save(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @ModelAttribute PreferencesForm.Typed typed,
            @ModelAttribute Why why) {
        var form = PreferencesForm.read(typed);
        return members.find(who, id)
                .flatMap(member -> answer(who, member, form, why.reason()))
                .switchIfEmpty(Mono.error(PoolMembers::nobody));
    }

    private Mono<Rendering> answer(Staff who, Interpreter member, PreferencesForm form, @Nullable String reason) {
        return form.isWrong()
                ? Mono.just(page(member, form, reason)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build())
                : times.replacePreferences(who, member.id(), form, reason)
                        .map(outcome -> answer(member, form, reason, outcome));
    }

    private static Rendering answer(
            Interpreter member, PreferencesForm form, @Nullable String reason, Outcome<Preferences> outcome) {
        return switch (outcome) {
            case Outcome.Saved<Preferences> saved ->
                DashboardViews.done(InterpreterPage.of(member.id().value()), "saved");
            case Outcome.Meanwhile<Preferences> meanwhile ->
                page(member, form.against(meanwhile.stored()), reason)
                        .modelAttribute("meanwhile", PreferencesForm.of(meanwhile.stored()))
                        .status(HttpStatus.CONFLICT)
                        .build();
        };
    }

    private static Rendering.Builder<?> page(Interpreter member, PreferencesForm form, @Nullable String reason) {
        return InterpreterPage.form(member, "preferences", reason).modelAttribute("form", form);
    }
}
