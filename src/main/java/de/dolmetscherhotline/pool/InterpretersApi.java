package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.platform.Responses.Created;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(InterpretersApi.PATH)
@Tag(name = "Interpreters", description = "the members of the pools")
class InterpretersApi {

    static final String PATH = "/api/v1/interpreters";

    private static final String IF_MATCH =
            "only if this is still the entity tag; without it, whatever was changed since";

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(Map.of(
            "interpreter_number_names_one",
            () -> Problems.conflict(
                    "phoneNumber", "somebody in the pool of the district has this number, or that for texts, already"),
            "interpreter_district_id_fkey",
            () -> Problems.invalid("districtId", "there is no such district"),
            "do_not_pair_organisation_id_fkey",
            () -> Problems.invalid("doNotPair", "there is no such organisation"),
            "interpreter_is_adult",
            () -> Problems.invalid("dateOfBirth", Plausibility.MINOR),
            "interpreter_is_adult_today",
            () -> Problems.invalid("dateOfBirth", Plausibility.MINOR)));

    private final Interpreters interpreters;
    private final Roll roll;
    private final Hindrances hindrances;
    private final Districts districts;
    private final Clock clock;

    InterpretersApi(Interpreters interpreters, Roll roll, Hindrances hindrances, Districts districts, Clock clock) {
        this.interpreters = interpreters;
        this.roll = roll;
        this.hindrances = hindrances;
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
    @Operation(summary = "List the members of the pools, those who may be called and those who may not, and why not")
    Mono<ResponseEntity<List<InterpreterView>>> list(
            @Valid @ParameterObject PageQuery query, @Valid @ParameterObject InterpreterFilter filter) {
        return Responses.listed(roll.page(filter, query).map(this::view), roll.count(filter));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Look at a member of a pool",
            description = "The header ETag names the version, for If-Match in changes of it.")
    Mono<ResponseEntity<InterpreterView>> one(@PathVariable UUID id) {
        return interpreters
                .byId(new InterpreterId(id))
                .map(this::view)
                .map(InterpretersApi::tagged)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("interpreter")));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Replace what is recorded about a member of a pool",
            description = "What is left out is no longer recorded.")
    Mono<ResponseEntity<InterpreterView>> replace(
            @PathVariable UUID id,
            @Parameter(description = IF_MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch,
            @Valid @RequestBody NewInterpreter body) {
        var expected = ExpectedVersion.from(ifMatch);
        return today(body)
                .flatMap(today -> interpreters.replace(new InterpreterId(id), body.profile(), today, expected))
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .flatMap(InterpretersApi::done)
                .then(Mono.defer(() -> one(id)));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove somebody from the pool", description = "The calls taken stay in the session log.")
    Mono<ResponseEntity<Void>> remove(
            @PathVariable UUID id,
            @Parameter(description = IF_MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        return Responses.removed(
                interpreters
                        .remove(new InterpreterId(id), ExpectedVersion.from(ifMatch))
                        .flatMap(InterpretersApi::done),
                "interpreter");
    }

    private InterpreterView view(Interpreter interpreter) {
        return InterpreterView.of(interpreter, hindrances.of(interpreter));
    }

    private static ResponseEntity<InterpreterView> tagged(InterpreterView view) {
        return ResponseEntity.ok().eTag(ExpectedVersion.tag(view.version())).body(view);
    }

    /** True if it was done; false if there is nobody with that id. */
    private static Mono<Boolean> done(Change change) {
        return switch (change) {
            case DONE -> Mono.just(true);
            case NO_SUCH_MEMBER -> Mono.just(false);
            case OUTDATED -> Mono.error(Problems::outdated);
            case IN_A_CALL -> Mono.error(() -> Problems.conflict("She is in a call; try again later."));
        };
    }

    /** The day in the district, once what is recorded has been found to make sense on that day. */
    private Mono<LocalDate> today(NewInterpreter body) {
        return districts
                .byId(body.districtId())
                .switchIfEmpty(Mono.error(() -> Problems.invalid("districtId", "there is no such district")))
                .map(this::today)
                .doOnNext(today -> new Plausibility(body, today).problem().ifPresent(InterpretersApi::refuse));
    }

    private LocalDate today(District district) {
        return LocalDate.now(clock.withZone(district.timeZone()));
    }

    private static void refuse(ErrorResponseException problem) {
        throw problem;
    }
}
