package de.dolmetscherhotline.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.platform.Responses.Created;
import de.dolmetscherhotline.training.Training.Confers;
import de.dolmetscherhotline.training.Training.Meeting;
import de.dolmetscherhotline.training.Trainings.Counted;
import de.dolmetscherhotline.training.Trainings.Filter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(TrainingsApi.PATH)
@Tag(name = "Trainings", description = "trainings of the districts, who takes part, and what attendance confers")
class TrainingsApi {

    static final String PATH = "/api/v1/trainings";

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(
            Map.of("training_district_exists", () -> Problems.invalid("districtId", "there is no such district")));

    private final Trainings trainings;
    private final Planning planning;

    TrainingsApi(Trainings trainings, Planning planning) {
        this.trainings = trainings;
        this.planning = planning;
    }

    @PostMapping
    @Operation(summary = "Add a training")
    Mono<ResponseEntity<Created>> add(@Valid @RequestBody NewTraining body) {
        var training = body.checked(UUID.randomUUID());
        return planning.add(training)
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .thenReturn(Responses.created(PATH, training.id()));
    }

    @GetMapping
    @Operation(summary = "List trainings, latest first")
    Mono<ResponseEntity<List<TrainingView>>> list(
            @Valid @ParameterObject PageQuery query,
            @Parameter(description = "only those of this district") @RequestParam(required = false) @Nullable
                    UUID districtId,
            @Parameter(description = "only those in which this interpreter takes part")
                    @RequestParam(required = false)
                    @Nullable
                    UUID interpreterId,
            @Parameter(description = "only those with a date that ends after it")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "only those with a date that begins before it")
                    @RequestParam(required = false)
                    @Nullable
                    Instant to) {
        var filter = new Filter(
                districtId == null ? null : new DistrictId(districtId),
                interpreterId == null ? null : new InterpreterId(interpreterId),
                from,
                to);
        return Responses.listed(
                trainings.page(filter, query.limit(), query.offset()).map(TrainingView::of), trainings.count(filter));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Look at a training",
            description = "The header ETag names the version, for If-Match in changes of it.")
    Mono<ResponseEntity<TrainingView>> one(@PathVariable UUID id) {
        return trainings
                .byId(id)
                .map(found -> ResponseEntity.ok()
                        .eTag(ExpectedVersion.tag(found.version()))
                        .body(TrainingView.of(found)))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("training")));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Replace a training",
            description = "Once attendance is recorded, its district, its dates and what it confers stay as they are.")
    Mono<ResponseEntity<TrainingView>> replace(
            @PathVariable UUID id,
            @Parameter(description = "only if this is still the entity tag; without it, whatever was changed since")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @Valid @RequestBody NewTraining body) {
        var training = body.checked(id);
        return planning.replace(training, ExpectedVersion.from(ifMatch))
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .doOnNext(TrainingsApi::check)
                .then(Mono.defer(() -> one(id)));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove a training that nobody has attended", description = "Registrations go with it.")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        return planning.remove(id)
                .doOnNext(TrainingsApi::check)
                .thenReturn(ResponseEntity.noContent().build());
    }

    private static void check(Planning.Change change) {
        @Nullable
        ErrorResponseException problem = switch (change) {
            case DONE -> null;
            case NO_SUCH_TRAINING -> Problems.notFound("training");
            case OUTDATED -> Problems.outdated();
            case TOO_FEW_PLACES -> Problems.conflict("More interpreters have registered than there would be places.");
            case OTHER_DISTRICT -> Problems.conflict("Interpreters of its district have registered for this training.");
            case ATTENDED ->
                Problems.conflict("Attendance is recorded for this training; withdraw it first. Its dates and what it"
                        + " confers stay as they are.");
        };
        if (problem != null) {
            throw problem;
        }
    }

    @Schema(name = "TrainingDate")
    record DateForm(
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,

            @Schema(example = "Kreishaus Helmstedt, Raum 2") @NotBlank @Size(max = 200)
            String place) {

        private static DateForm of(Meeting meeting) {
            return new DateForm(meeting.startsAt(), meeting.endsAt(), meeting.place());
        }
    }

    @Schema(name = "Confers", description = "what attendance confers")
    record ConfersForm(
            @Schema(description = "the field that participants are qualified for; null = none") @Nullable
            Subject subject,

            @Schema(description = "whether it fulfils the obligation to be trained; default false") @Nullable
            Boolean training,

            @Schema(description = "how long that holds; null = as long as the district lets any training hold")
            @Nullable
            @Min(1)
            @Max(120)
            Integer validMonths) {

        private static @Nullable ConfersForm of(@Nullable Confers confers) {
            return confers == null
                    ? null
                    : new ConfersForm(confers.subject(), confers.training(), confers.validMonths());
        }

        private Confers checked() {
            var proves = Boolean.TRUE.equals(training);
            if (validMonths != null && !proves) {
                throw Problems.invalid("confers.validMonths", "needs training to be true");
            }
            if (subject == null && !proves) {
                throw Problems.invalid("confers", "must name a subject or training, or be null");
            }
            return new Confers(subject, proves, validMonths);
        }
    }

    @JsonIgnoreProperties({"id", "registered", "attended"})
    record NewTraining(
            @NotNull DistrictId districtId,

            @Schema(example = "Grundkurs Dolmetschen in der Arztpraxis") @NotBlank @Size(max = 200)
            String title,

            @Nullable @Size(max = 2000) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String description,

            @Schema(description = "how many may register; null = as many as want") @Nullable @Min(1) @Max(10_000)
            Integer places,

            @Schema(description = "must not overlap") @NotEmpty @Size(max = 50)
            List<@NotNull @Valid DateForm> dates,

            @Schema(description = "what attendance confers; null = it informs") @Nullable @Valid
            ConfersForm confers) {

        private Training checked(UUID id) {
            for (var i = 0; i < dates.size(); i++) {
                if (!dates.get(i).endsAt().isAfter(dates.get(i).startsAt())) {
                    throw Problems.invalid("dates[" + i + "].endsAt", "must be after startsAt");
                }
            }
            var training = new Training(
                    id,
                    districtId,
                    title,
                    description,
                    places,
                    dates.stream()
                            .map(date -> new Meeting(date.startsAt(), date.endsAt(), date.place()))
                            .toList(),
                    confers == null ? null : confers.checked());
            checkOrder(training.dates());
            return training;
        }

        private static void checkOrder(List<Meeting> dates) {
            for (var i = 1; i < dates.size(); i++) {
                if (dates.get(i).startsAt().isBefore(dates.get(i - 1).endsAt())) {
                    throw Problems.invalid("dates", "must not overlap");
                }
            }
        }
    }

    @Schema(name = "Training")
    record TrainingView(
            UUID id,
            DistrictId districtId,
            String title,
            @Nullable String description,
            @Nullable Integer places,
            List<DateForm> dates,
            @Nullable ConfersForm confers,

            @Schema(description = "including those who were there")
            long registered,

            long attended) {

        private static TrainingView of(Counted counted) {
            var training = counted.training();
            return new TrainingView(
                    training.id(),
                    training.district(),
                    training.title(),
                    training.description(),
                    training.places(),
                    training.dates().stream().map(DateForm::of).toList(),
                    ConfersForm.of(training.confers()),
                    counted.registered(),
                    counted.attended());
        }
    }
}
