package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.recruiting.Decisions.Confirmed;
import de.dolmetscherhotline.recruiting.Decisions.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/applications")
@Tag(name = "Applications", description = "people who want to join a pool")
class ApplicationsApi {

    private final Decisions decisions;
    private final Interpreters interpreters;
    private final RecruitingSettings settings;

    ApplicationsApi(Decisions decisions, Interpreters interpreters, RecruitingSettings settings) {
        this.decisions = decisions;
        this.interpreters = interpreters;
        this.settings = settings;
    }

    @GetMapping
    @Operation(
            summary = "List applications, those that wait longest first",
            description = "Of people who have confirmed their number; they are in the pool with the status applied.")
    Mono<ResponseEntity<List<ApplicationView>>> list(
            @Valid @ParameterObject PageQuery query,
            @Parameter(description = "only those for this district") @RequestParam(required = false) @Nullable
                    UUID districtId,
            @Parameter(schema = @Schema(allowableValues = {"open", "accepted", "refused"}))
                    @RequestParam(required = false)
                    @Nullable
                    State state) {
        return Responses.listed(
                decisions.page(districtId, state, query.limit(), query.offset()).concatMap(this::view),
                decisions.count(districtId, state));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at an application")
    Mono<ApplicationView> one(@PathVariable UUID id) {
        return decisions.byId(id).flatMap(this::view).switchIfEmpty(Mono.error(() -> Problems.notFound("application")));
    }

    @PostMapping("/{id}/acceptance")
    @Operation(
            summary = "Accept an application",
            description =
                    "The status becomes in_training, and the person gets a text. Also after a refusal. If a coordinator has"
                            + " set another status meanwhile, that stays, and there is no text.")
    Mono<ApplicationView> accept(@PathVariable UUID id) {
        return decisions.accept(id, null).then(Mono.defer(() -> one(id)));
    }

    @PostMapping("/{id}/refusal")
    @Operation(
            summary = "Refuse an application",
            description =
                    "The status becomes left; after some time all that is known about the person is deleted, unless"
                            + " the application is accepted after all. The person gets no text. If a coordinator has set another"
                            + " status meanwhile, that stays; nobody who has been active is deleted.")
    Mono<ApplicationView> refuse(@PathVariable UUID id, @Valid @RequestBody Refusal body) {
        return decisions.refuse(id, body.reason()).then(Mono.defer(() -> one(id)));
    }

    private Mono<ApplicationView> view(Confirmed application) {
        return interpreters.byId(application.interpreter()).map(person -> view(application, person));
    }

    private ApplicationView view(Confirmed application, Interpreter person) {
        var profile = person.profile();
        var decidedAt = application.decidedAt();
        return new ApplicationView(
                application.id(),
                profile.districtId(),
                person.id(),
                profile.name(),
                profile.phoneNumber(),
                profile.gender(),
                profile.dateOfBirth(),
                profile.municipality(),
                profile.roles().stream().sorted().toList(),
                profile.languages().stream().map(ApplicationView.Skill::of).toList(),
                application.message(),
                application.consentedAt(),
                application.confirmedAt(),
                application.state(),
                application.reason(),
                decidedAt,
                decidedAt != null && application.state() == State.REFUSED && profile.status() == Status.LEFT
                        ? decidedAt.plus(settings.refusedKept())
                        : null);
    }

    @Schema(name = "Refusal")
    record Refusal(
            @Schema(description = "for the record; deleted with the application") @NotBlank @Size(max = 500)
            String reason) {}

    @Schema(name = "Application")
    record ApplicationView(
            UUID id,
            DistrictId districtId,

            @Schema(description = "as whom the person is in the pool")
            InterpreterId interpreterId,

            String name,

            @Schema(description = "E.164; confirmed by the person")
            PhoneNumber phoneNumber,

            @Nullable Gender gender,
            @Nullable LocalDate dateOfBirth,
            @Nullable String municipality,
            List<Role> roles,

            @Schema(description = "by the person's own judgement")
            List<Skill> languages,

            @Nullable String message,

            @Schema(description = "when the person agreed that this is stored")
            Instant consentedAt,

            Instant confirmedAt,
            State state,

            @Schema(description = "why it was refused") @Nullable
            String refusedBecause,

            @Nullable Instant decidedAt,

            @Schema(description = "when all that is known about a person who was refused is deleted") @Nullable
            Instant deletedAfter) {

        @Schema(name = "ApplicationSkill")
        record Skill(Language tag, LanguageLevel level) {

            private static Skill of(LanguageSkill skill) {
                return new Skill(skill.language(), skill.level());
            }
        }
    }
}
