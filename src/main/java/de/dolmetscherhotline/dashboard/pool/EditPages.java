package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.dashboard.pool.Editing.Outcome;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Locale;
import java.util.Map;
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

/** Where what is recorded about a member is changed, one part at a time. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(InterpreterPage.PATH)
class EditPages {

    private static final String RECORDED = "Editing records each change with it";

    private final PoolMembers members;
    private final Editing editing;
    private final EditingViews views;

    EditPages(PoolMembers members, Editing editing, EditingViews views) {
        this.members = members;
        this.editing = editing;
        this.views = views;
    }

    /**
     * What comes with every form.
     *
     * @param version of the profile that was shown with it
     */
    record Sent(@Nullable String version, @Nullable String reason) {

        /** None that any profile has, if somebody has changed it. */
        long versionOrNone() {
            var typed = Typed.text(version);
            return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
        }
    }

    @GetMapping("/person")
    Mono<Rendering> person(@AuthenticationPrincipal Staff who, @PathVariable UUID id, Locale locale) {
        return form(who, id, Section.PERSON, locale);
    }

    @PostMapping("/person")
    @RecordsItself(RECORDED)
    Mono<Rendering> person(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @ModelAttribute Sent sent,
            @ModelAttribute PersonForm form,
            Locale locale) {
        return save(who, id, Section.PERSON, sent, form, locale);
    }

    @GetMapping("/languages")
    Mono<Rendering> languages(@AuthenticationPrincipal Staff who, @PathVariable UUID id, Locale locale) {
        return form(who, id, Section.LANGUAGES, locale);
    }

    @PostMapping("/languages")
    @RecordsItself(RECORDED)
    Mono<Rendering> languages(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @ModelAttribute Sent sent,
            @ModelAttribute SkillsForm form,
            Locale locale) {
        return save(who, id, Section.LANGUAGES, sent, form, locale);
    }

    @GetMapping("/proofs")
    Mono<Rendering> proofs(@AuthenticationPrincipal Staff who, @PathVariable UUID id, Locale locale) {
        return form(who, id, Section.PROOFS, locale);
    }

    @PostMapping("/proofs")
    @RecordsItself(RECORDED)
    Mono<Rendering> proofs(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @ModelAttribute Sent sent,
            @ModelAttribute ProofsForm form,
            Locale locale) {
        return save(who, id, Section.PROOFS, sent, form, locale);
    }

    @GetMapping("/apart")
    Mono<Rendering> apart(@AuthenticationPrincipal Staff who, @PathVariable UUID id, Locale locale) {
        return form(who, id, Section.APART, locale);
    }

    @PostMapping("/apart")
    @RecordsItself(RECORDED)
    Mono<Rendering> apart(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @ModelAttribute Sent sent,
            @ModelAttribute ApartForm form,
            Locale locale) {
        return save(who, id, Section.APART, sent, form, locale);
    }

    private Mono<Rendering> form(Staff who, UUID id, Section section, Locale locale) {
        return members.find(who, id)
                .map(member -> views.form(
                                who,
                                member,
                                section,
                                section.form(member.profile()),
                                null,
                                member.version(),
                                Map.of(),
                                locale)
                        .build());
    }

    private Mono<Rendering> save(Staff who, UUID id, Section section, Sent sent, SectionForm form, Locale locale) {
        var editor = new Editor(who, section, sent, form, locale);
        return members.find(who, id)
                .zipWith(
                        views.rules(who),
                        (member, rules) -> form.asksForMore()
                                ? Mono.just(page(editor, member, Map.of()).build())
                                : checked(editor, member, form.problems(rules)))
                .flatMap(answer -> answer);
    }

    /** Who sent which form. */
    private record Editor(Staff who, Section section, Sent sent, SectionForm form, Locale locale) {}

    private Mono<Rendering> checked(Editor editor, Interpreter member, Map<String, String> problems) {
        return problems.isEmpty()
                ? editing.save(
                                editor.who(),
                                member.id(),
                                editor.sent().versionOrNone(),
                                editor.section(),
                                editor.form().applied(member.profile()),
                                editor.sent().reason())
                        .map(outcome -> answer(editor, member, outcome))
                : Mono.just(refused(editor, member, problems));
    }

    private Rendering answer(Editor editor, Interpreter member, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Saved saved ->
                DashboardViews.done(InterpreterPage.of(saved.id().value()), "saved");
            case Outcome.Refused refused -> refused(editor, member, Map.of(refused.field(), refused.problem()));
            case Outcome.Outdated outdated -> outdated(editor, member);
        };
    }

    private Rendering refused(Editor editor, Interpreter member, Map<String, String> problems) {
        return page(editor, member, problems)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    /** What was typed, to be compared with what is recorded now; if it is sent again, it replaces that. */
    private Rendering outdated(Editor editor, Interpreter member) {
        return page(editor, member, Map.of())
                .modelAttribute("version", member.version())
                .modelAttribute("outdated", true)
                .status(HttpStatus.CONFLICT)
                .build();
    }

    private Rendering.Builder<?> page(Editor editor, Interpreter member, Map<String, String> problems) {
        return views.form(
                editor.who(),
                member,
                editor.section(),
                editor.form(),
                editor.sent().reason(),
                editor.sent().versionOrNone(),
                problems,
                editor.locale());
    }
}
