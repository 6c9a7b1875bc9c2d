package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.KnownLanguage;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.Dialable;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.platform.Responses.Created;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(InterpretersApi.PATH)
@Tag(name = "Interpreters", description = "the members of the pools")
class InterpretersApi {

    static final String PATH = "/api/v1/interpreters";

    private static final String MINOR = "an active interpreter must be at least 18 years old";

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(Map.of(
            "interpreter_number_names_one",
            () -> Problems.conflict("Somebody in the pool of the district has that number already."),
            "interpreter_district_id_fkey",
            () -> Problems.invalid("districtId", "there is no such district"),
            "interpreter_is_adult",
            () -> Problems.invalid("dateOfBirth", MINOR)));

    private final Interpreters interpreters;
    private final Districts districts;
    private final Clock clock;

    InterpretersApi(Interpreters interpreters, Districts districts, Clock clock) {
        this.interpreters = interpreters;
        this.districts = districts;
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Add somebody to the pool")
    Mono<ResponseEntity<Created>> add(@Valid @RequestBody NewInterpreter body) {
        InterpreterId id = InterpreterId.random();
        return today(body)
                .flatMap(today -> interpreters.add(id, body.profile(), today))
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .thenReturn(Responses.created(PATH, id.value()));
    }

    @GetMapping
    @Operation(summary = "List the members of the pools, oldest first")
    Mono<ResponseEntity<List<InterpreterView>>> list(
            @Valid @ParameterObject PageQuery query,
            @Parameter(description = "only those of this district") @RequestParam(required = false) @Nullable
                    UUID districtId) {
        DistrictId district = districtId == null ? null : new DistrictId(districtId);
        return Responses.listed(
                interpreters.page(district, query.limit(), query.offset()).map(InterpreterView::of),
                interpreters.count(district));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a member of a pool")
    Mono<InterpreterView> one(@PathVariable UUID id) {
        return interpreters
                .byId(new InterpreterId(id))
                .map(InterpreterView::of)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("interpreter")));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace what is recorded about a member of a pool")
    Mono<InterpreterView> replace(@PathVariable UUID id, @Valid @RequestBody NewInterpreter body) {
        return today(body)
                .flatMap(today -> interpreters.replace(new InterpreterId(id), body.profile(), today))
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .then(Mono.defer(() -> one(id)));
    }

    @PutMapping("/{id}/availability")
    @Operation(summary = "Switch the availability of a member on or off")
    Mono<AvailabilityView> setAvailability(@PathVariable UUID id, @Valid @RequestBody AvailabilityView body) {
        Instant until = body.until();
        if (until != null && !until.isAfter(clock.instant())) {
            return Mono.error(() -> Problems.invalid("until", "must be in the future"));
        }
        return interpreters
                .setAvailability(new InterpreterId(id), body.available(), until)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("interpreter")))
                .thenReturn(body);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove somebody from the pool", description = "The calls taken stay in the session log.")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        var interpreter = new InterpreterId(id);
        return Responses.removed(
                interpreters.remove(interpreter).filterWhen(removed -> removed ? Mono.just(true) : isGone(interpreter)),
                "interpreter");
    }

    /** True if there is nobody with this id; fails if there is, because then a call has taken her just now. */
    private Mono<Boolean> isGone(InterpreterId interpreter) {
        return interpreters
                .byId(interpreter)
                .flatMap(present -> Mono.<Boolean>error(() -> Problems.conflict("She is in a call; try again later.")))
                .defaultIfEmpty(true);
    }

    /** The day in the district, once what is recorded has been found to make sense on that day. */
    private Mono<LocalDate> today(NewInterpreter body) {
        return districts
                .byId(body.districtId())
                .switchIfEmpty(Mono.error(() -> Problems.invalid("districtId", "there is no such district")))
                .map(this::today)
                .doOnNext(today -> body.problemOn(today).ifPresent(InterpretersApi::refuse));
    }

    private LocalDate today(District district) {
        return LocalDate.now(clock.withZone(district.timeZone()));
    }

    private static void refuse(ErrorResponseException problem) {
        throw problem;
    }

    record Skill(
            @Schema(description = "BCP 47 tag", example = "ar") @NotNull @KnownLanguage
            Language tag,

            @NotNull LanguageLevel level) {}

    record NewInterpreter(
            @NotNull DistrictId districtId,
            @NotBlank @Size(max = 200) String name,

            @Schema(description = "in any usual form; returned as E.164", example = "+491713920000") @NotNull @Dialable
            PhoneNumber phoneNumber,

            @Schema(
                    description = "where texts go if the other number takes none, such as a landline; whoever texts is"
                            + " recognised by both; null = to the number for calls",
                    example = "+491713920001")
            @Nullable
            @Dialable
            PhoneNumber textNumber,

            @Schema(description = "null = not stated") @Nullable
            Gender gender,

            @Schema(description = "required for the status active, which is for adults only") @Nullable
            LocalDate dateOfBirth,

            @Nullable @Size(max = 200) String municipality,
            @Nullable List<@NotNull Role> roles,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Skill> languages,

            @Schema(description = "fields the person is qualified for") @Nullable
            List<@NotNull Subject> subjects,

            @Schema(description = "when the duty of secrecy was declared; without it nobody is called") @Nullable
            LocalDate secrecyDeclaredOn,

            @NotNull Status status,

            @Schema(description = "may be rung in an emergency while off the hours given; default false") @Nullable
            Boolean emergencyOptIn,

            @Schema(description = "may be asked by text message while off duty; default false") @Nullable
            Boolean calloutOptIn) {

        private InterpreterProfile profile() {
            return new InterpreterProfile(
                    districtId,
                    name,
                    phoneNumber,
                    textNumber,
                    gender,
                    dateOfBirth,
                    municipality,
                    roles == null ? Set.of() : new HashSet<>(roles),
                    languages.stream()
                            .map(skill -> new LanguageSkill(skill.tag(), skill.level()))
                            .toList(),
                    subjects == null ? Set.of() : new HashSet<>(subjects),
                    secrecyDeclaredOn,
                    status,
                    Boolean.TRUE.equals(emergencyOptIn),
                    Boolean.TRUE.equals(calloutOptIn));
        }

        private Optional<ErrorResponseException> problemOn(LocalDate today) {
            if (languages.stream().map(Skill::tag).distinct().count() < languages.size()) {
                return Optional.of(Problems.invalid("languages", "must not name a language twice"));
            }
            if (dateOfBirth != null && dateOfBirth.isAfter(today)) {
                return Optional.of(Problems.invalid("dateOfBirth", "must not be in the future"));
            }
            if (secrecyDeclaredOn != null && secrecyDeclaredOn.isAfter(today)) {
                return Optional.of(Problems.invalid("secrecyDeclaredOn", "must not be in the future"));
            }
            if (status == Status.ACTIVE && dateOfBirth == null) {
                return Optional.of(Problems.invalid("dateOfBirth", "is required for an active interpreter"));
            }
            return status == Status.ACTIVE && !profile().isAdultOn(today)
                    ? Optional.of(Problems.invalid("dateOfBirth", MINOR))
                    : Optional.empty();
        }
    }

    @Schema(name = "Availability")
    record AvailabilityView(
            @NotNull Boolean available,

            @Schema(description = "until when it holds; null = until further notice") @Nullable
            Instant until) {}

    @Schema(name = "Interpreter")
    record InterpreterView(
            InterpreterId id,
            DistrictId districtId,
            String name,
            @Schema(description = "E.164") PhoneNumber phoneNumber,

            @Schema(description = "E.164; null = texts go to the number for calls") @Nullable
            PhoneNumber textNumber,

            @Nullable Gender gender,
            @Nullable LocalDate dateOfBirth,
            @Nullable String municipality,
            List<Role> roles,
            List<Skill> languages,
            List<Subject> subjects,
            @Nullable LocalDate secrecyDeclaredOn,
            Status status,

            @Schema(description = "may be rung in an emergency while off the hours given")
            boolean emergencyOptIn,

            @Schema(description = "may be asked by text message while off duty")
            boolean calloutOptIn,

            @Schema(description = "when the status last became active") @Nullable
            LocalDate activatedOn,

            @Schema(description = "what the person last said; null = nothing yet") @Nullable
            Boolean available,

            @Schema(description = "until when that holds; null = until further notice") @Nullable
            Instant availableUntil,

            @Schema(description = "when unanswered calls switched the person off; null = not since the last word")
            @Nullable
            Instant pausedAt,

            @Schema(description = "when the network could not reach the number; null = it works, or is new") @Nullable
            Instant numberFailedAt,

            @Schema(description = "since when the number wants no texts, until it says START; null = it takes them")
            @Nullable
            Instant textsStoppedAt) {

        private static InterpreterView of(Interpreter interpreter) {
            InterpreterProfile profile = interpreter.profile();
            return new InterpreterView(
                    interpreter.id(),
                    profile.districtId(),
                    profile.name(),
                    profile.phoneNumber(),
                    profile.textNumber(),
                    profile.gender(),
                    profile.dateOfBirth(),
                    profile.municipality(),
                    profile.roles().stream().sorted().toList(),
                    profile.languages().stream()
                            .map(skill -> new Skill(skill.language(), skill.level()))
                            .toList(),
                    profile.subjects().stream().sorted().toList(),
                    profile.secrecyDeclaredOn(),
                    profile.status(),
                    profile.emergencyOptIn(),
                    profile.calloutOptIn(),
                    interpreter.activatedOn(),
                    interpreter.available(),
                    interpreter.availableUntil(),
                    interpreter.pausedAt(),
                    interpreter.numberFailedAt(),
                    interpreter.textsStoppedAt());
        }
    }
}
