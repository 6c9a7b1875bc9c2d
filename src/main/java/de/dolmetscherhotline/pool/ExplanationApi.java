package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.KnownLanguage;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.LeftOut;
import de.dolmetscherhotline.matching.MatchingPolicy;
import de.dolmetscherhotline.platform.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Answers "would she be asked now, and if not, why?" with the rules that calls use. */
@RestController
@Tag(name = "Interpreters")
class ExplanationApi {

    private final Interpreters interpreters;
    private final Candidates candidates;
    private final Hindrances hindrances;
    private final Languages languages;
    private final MatchingPolicy policy;
    private final Clock clock;

    ExplanationApi(
            Interpreters interpreters,
            Candidates candidates,
            Hindrances hindrances,
            Languages languages,
            MatchingPolicy policy,
            Clock clock) {
        this.interpreters = interpreters;
        this.candidates = candidates;
        this.hindrances = hindrances;
        this.languages = languages;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping(InterpretersApi.PATH + "/{id}/explanation")
    @Operation(
            summary = "Would a member of a pool be asked at this moment, and if not, why?",
            description =
                    "Every reason is named, most fundamental first, and not only the first as in the log of a call.")
    Mono<Explanation> explain(@PathVariable UUID id, @Valid @ParameterObject Question question) {
        return interpreters
                .byId(new InterpreterId(id))
                .flatMap(interpreter -> candidates
                        .one(interpreter.id(), languages.ladder(question.need().language()), question.organisation())
                        .map(candidate -> explanation(interpreter, candidate, question)))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("interpreter")));
    }

    private Explanation explanation(Interpreter interpreter, Candidate candidate, Question question) {
        Instant now = clock.instant();
        var today = LocalDate.ofInstant(now, interpreter.timeZone());
        var ofObligations = hindrances.ofObligations(interpreter.profile(), today);
        var reasons = policy.obstacles(question.need(), candidate, now).stream()
                .flatMap(rule -> inFull(rule, ofObligations))
                .toList();
        return new Explanation(reasons.isEmpty(), reasons);
    }

    /** One for each obligation, where the rule is about obligations. */
    private static Stream<Hindrance> inFull(LeftOut rule, List<Hindrance> ofObligations) {
        var named = ofObligations.stream()
                .filter(hindrance -> hindrance.code().equals(rule.code()))
                .toList();
        return named.isEmpty() ? Stream.of(Hindrance.of(rule)) : named.stream();
    }

    /** What a call would need, and who calls. */
    record Question(
            @Parameter(description = "the language that is needed; BCP 47 tag", required = true) @NotNull @KnownLanguage
            String language,

            @Parameter(description = "the field; none if it does not matter") @Nullable
            Subject subject,

            @Parameter(description = "the gender that is required; none if it does not matter") @Nullable
            Gender gender,

            @Parameter(description = "who calls") @Nullable UUID organisationId,

            @Parameter(description = "whether it is an emergency; the default is false") @Nullable
            Boolean emergency) {

        private @Nullable OrganisationId organisation() {
            return organisationId == null ? null : new OrganisationId(organisationId);
        }

        private Need need() {
            var required = gender == null ? GenderWish.none() : GenderWish.requirement(gender);
            return new Need(new Language(language), subject, required, Boolean.TRUE.equals(emergency));
        }
    }

    /** Whether somebody would be asked, and what keeps her from it. */
    record Explanation(
            @Schema(description = "whether a call with this need might ask the person at this moment")
            boolean asked,

            @Schema(description = "why not, most fundamental first")
            List<Hindrance> reasons) {}
}
