package de.dolmetscherhotline.volunteer;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.PageLanguageNames;
import de.dolmetscherhotline.pool.Direction;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.pool.LanguageSkill;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Her languages, which the coordinator records; she can propose changes. */
@Controller
@RequestMapping(LanguagesPage.PATH)
class LanguagesPage {

    static final String PATH = OwnPage.PATH + "/languages";

    private static final int LONGEST_NOTE = 300;
    private static final String NO_MORE = "none";

    private final Interpreters interpreters;
    private final LanguageProposals proposals;
    private final Languages languages;
    private final PageLanguageNames names;

    LanguagesPage(
            Interpreters interpreters, LanguageProposals proposals, Languages languages, PageLanguageNames names) {
        this.interpreters = interpreters;
        this.proposals = proposals;
        this.languages = languages;
        this.names = names;
    }

    /** As typed. */
    record Typed(
            @Nullable String language,
            @Nullable String level,
            @Nullable String note) {}

    /**
     * The form as it is shown again.
     *
     * @param level word of a level, or that she does not interpret it any more
     * @param languageProblem key of what is wrong; null = nothing; likewise the others
     */
    record Form(
            String language,
            String level,
            String note,
            @Nullable String languageProblem,
            @Nullable String levelProblem,
            @Nullable String noteProblem) {

        static final Form EMPTY = new Form("", "", "", null, null, null);

        public boolean isWrong() {
            return languageProblem != null || levelProblem != null || noteProblem != null;
        }
    }

    /** @param direction word of it; null = both ways, which goes without saying */
    record SkillView(
            String name,
            String level,
            @Nullable String direction,
            @Nullable String dialects) {}

    record Choice(String tag, String name) {}

    /** A proposal as she sees it. */
    record ProposalView(
            UUID id,
            String name,
            String level,
            @Nullable String note,
            String status,
            LocalDate day,
            @Nullable String answer) {

        public boolean isOpen() {
            return status.equals("open");
        }
    }

    @GetMapping
    Mono<Rendering> languages(
            Visitor visitor, Locale locale, @RequestParam(name = Pages.DONE, required = false) @Nullable String done) {
        return skills(visitor)
                .flatMap(skills -> page(visitor, locale, skills, Form.EMPTY)
                        .map(page -> page.modelAttribute("proposed", "proposed".equals(done))
                                .modelAttribute("withdrawn", "withdrawn".equals(done))
                                .build()));
    }

    @PostMapping
    Mono<Rendering> propose(Visitor visitor, Locale locale, @ModelAttribute Typed typed) {
        return skills(visitor).flatMap(skills -> {
            var form = checked(typed, skills);
            return form.isWrong()
                    ? page(visitor, locale, skills, form)
                            .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT)
                                    .build())
                    : propose(visitor, form).thenReturn(Pages.done(PATH, "proposed"));
        });
    }

    @PostMapping("/{id}/withdraw")
    Mono<Rendering> withdraw(Visitor visitor, @PathVariable UUID id) {
        return proposals.withdraw(visitor.id(), id).thenReturn(Pages.done(PATH, "withdrawn"));
    }

    private Mono<Void> propose(Visitor visitor, Form form) {
        return proposals.propose(
                visitor.id(),
                new Language(form.language()),
                level(form.level()).orElse(null),
                form.note().isEmpty() ? null : form.note());
    }

    private Mono<List<LanguageSkill>> skills(Visitor visitor) {
        return interpreters
                .byId(visitor.id())
                .map(member -> member.profile().languages())
                .switchIfEmpty(Mono.error(VisitOver::notLetIn));
    }

    private Form checked(Typed typed, List<LanguageSkill> skills) {
        var language = Clocks.typed(typed.language());
        var level = Clocks.typed(typed.level());
        var note = Clocks.typed(typed.note());
        var spoken = skills.stream()
                .filter(skill -> skill.language().tag().equals(language))
                .findFirst();
        return new Form(
                language,
                level,
                note,
                isKnown(language) || spoken.isPresent() ? null : "volunteer.problem.language",
                levelProblem(level, spoken),
                note.length() > LONGEST_NOTE ? "volunteer.problem.note" : null);
    }

    private boolean isKnown(String tag) {
        return languages.all().stream().anyMatch(known -> known.language().tag().equals(tag));
    }

    private static @Nullable String levelProblem(String level, Optional<LanguageSkill> spoken) {
        if (level.equals(NO_MORE)) {
            return spoken.isPresent() ? null : "volunteer.problem.not-spoken";
        }
        var wanted = level(level);
        if (wanted.isEmpty()) {
            return "volunteer.problem.level";
        }
        return spoken.map(LanguageSkill::level).equals(wanted) ? "volunteer.problem.level-same" : null;
    }

    private static Optional<LanguageLevel> level(String word) {
        return levels().stream().anyMatch(word::equals)
                ? Optional.of(constant(LanguageLevel.class, word))
                : Optional.empty();
    }

    private static List<String> levels() {
        return Arrays.stream(LanguageLevel.values()).map(level -> word(level)).toList();
    }

    private Mono<Rendering.Builder<?>> page(Visitor visitor, Locale locale, List<LanguageSkill> skills, Form form) {
        return proposals
                .of(visitor.id())
                .map(proposal -> view(proposal, visitor, locale))
                .collectList()
                .<Rendering.Builder<?>>map(known -> Pages.page("languages", PATH, visitor)
                        .modelAttribute(
                                "skills",
                                skills.stream()
                                        .map(skill -> view(skill, locale))
                                        .toList())
                        .modelAttribute("proposals", known)
                        .modelAttribute("choices", choices(skills, locale))
                        .modelAttribute("levels", levels())
                        .modelAttribute("form", form));
    }

    /** Her own first, then all others by name. */
    private List<Choice> choices(List<LanguageSkill> skills, Locale locale) {
        var own = skills.stream().map(LanguageSkill::language).toList();
        var byName = Comparator.comparing(Choice::name, Collator.getInstance(locale));
        var others = languages.all().stream()
                .map(known -> known.language())
                .filter(language -> !own.contains(language))
                .map(language -> choice(language, locale))
                .sorted(byName);
        return Stream.concat(
                        own.stream().map(language -> choice(language, locale)).sorted(byName), others)
                .toList();
    }

    private Choice choice(Language language, Locale locale) {
        return new Choice(language.tag(), names.of(language, locale));
    }

    private SkillView view(LanguageSkill skill, Locale locale) {
        return new SkillView(
                names.of(skill.language(), locale),
                word(skill.level()),
                skill.direction() == Direction.BOTH
                        ? null
                        : word(skill.direction()).replace('_', '-'),
                skill.dialects());
    }

    private ProposalView view(LanguageProposal proposal, Visitor visitor, Locale locale) {
        var level = proposal.level();
        return new ProposalView(
                proposal.id(),
                names.of(proposal.language(), locale),
                level == null ? NO_MORE : word(level),
                proposal.note(),
                word(proposal.status()),
                LocalDate.ofInstant(proposal.proposedAt(), visitor.zone()),
                proposal.answer());
    }
}
