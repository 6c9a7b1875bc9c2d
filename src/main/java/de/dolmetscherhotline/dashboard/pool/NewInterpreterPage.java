package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.dashboard.pool.Editing.Outcome;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where a coordinator takes somebody into the pool by hand. */
@DashboardPage(Role.COORDINATOR)
class NewInterpreterPage {

    static final String PATH = InterpretersPage.PATH + "/new";

    private final Editing editing;
    private final EditingViews views;

    NewInterpreterPage(Editing editing, EditingViews views) {
        this.editing = editing;
        this.views = views;
    }

    @GetMapping(PATH)
    @RecordsItself("shows nobody")
    Rendering form(@AuthenticationPrincipal Staff who, Locale locale) {
        return views.newMember(who, PersonForm.empty(), SkillsForm.empty(), Map.of(), locale)
                .build();
    }

    @PostMapping(PATH)
    @RecordsItself("Editing records it with the change")
    Mono<Rendering> add(
            @AuthenticationPrincipal Staff who,
            @ModelAttribute Why why,
            @ModelAttribute PersonForm person,
            @ModelAttribute SkillsForm skills,
            Locale locale) {
        return skills.asksForMore()
                ? Mono.just(
                        views.newMember(who, person, skills, Map.of(), locale).build())
                : views.rules(who)
                        .map(rules -> problems(person, skills, rules))
                        .flatMap(problems -> problems.isEmpty()
                                ? added(who, why, person, skills, locale)
                                : Mono.just(refused(who, person, skills, problems, locale)));
    }

    private static Map<String, String> problems(PersonForm person, SkillsForm skills, SectionForm.Rules rules) {
        var problems = new LinkedHashMap<>(person.problems(rules));
        problems.putAll(skills.problems(rules));
        return problems;
    }

    private Mono<Rendering> added(Staff who, Why why, PersonForm person, SkillsForm skills, Locale locale) {
        var profile = person.profile(who.district(), skills.languageSkills())
                .withSkills(skills.languageSkills(), skills.subjectSkills());
        return editing.add(who, profile, why.reason()).map(outcome -> switch (outcome) {
            case Outcome.Saved saved ->
                DashboardViews.done(InterpreterPage.of(saved.id().value()), "added");
            case Outcome.Refused refused ->
                refused(who, person, skills, Map.of(refused.field(), refused.problem()), locale);
            case Outcome.Outdated never -> throw new IllegalStateException("nobody has changed somebody new");
        });
    }

    private Rendering refused(
            Staff who, PersonForm person, SkillsForm skills, Map<String, String> problems, Locale locale) {
        return views.newMember(who, person, skills, problems, locale)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }
}
