package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.KnownLanguage;
import de.dolmetscherhotline.platform.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
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
    private final Explanations explanations;

    ExplanationApi(Interpreters interpreters, Explanations explanations) {
        this.interpreters = interpreters;
        this.explanations = explanations;
    }

    @GetMapping(InterpretersApi.PATH + "/{id}/explanation")
    @Operation(
            summary = "Would a member of a pool be asked at this moment, and if not, why?",
            description =
                    "Every reason is named, most fundamental first, and not only the first as in the log of a call.")
    Mono<Explanation> explain(@PathVariable UUID id, @Valid @ParameterObject Question question) {
        return interpreters
                .byId(new InterpreterId(id))
                .flatMap(interpreter -> explanations.reasons(interpreter, question.need(), question.organisation()))
                .map(reasons -> new Explanation(reasons.isEmpty(), reasons))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("interpreter")));
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
