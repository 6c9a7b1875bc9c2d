package de.dolmetscherhotline.training;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.training.Attendance.Change;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(TrainingsApi.PATH + "/{id}")
@Tag(name = "Trainings", description = "trainings of the districts, who takes part, and what attendance confers")
class ParticipantsApi {

    private final Trainings trainings;
    private final Participants participants;
    private final Attendance attendance;

    ParticipantsApi(Trainings trainings, Participants participants, Attendance attendance) {
        this.trainings = trainings;
        this.participants = participants;
        this.attendance = attendance;
    }

    @GetMapping("/participants")
    @Operation(summary = "List who takes part in a training, by name")
    Mono<ResponseEntity<List<ParticipantView>>> list(@PathVariable UUID id, @Valid @ParameterObject PageQuery query) {
        return trainings
                .byId(id)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("training")))
                .flatMap(training -> Responses.listed(
                        participants.page(id, query.limit(), query.offset()).map(ParticipantView::of),
                        Mono.just(training.registered())));
    }

    @PutMapping("/participants/{interpreterId}")
    @Operation(
            summary = "Register an interpreter for a training",
            description = "Refused when all places are taken. Registering twice changes nothing.")
    Mono<ParticipantView> register(@PathVariable UUID id, @PathVariable UUID interpreterId) {
        return changed(id, interpreterId, attendance::register);
    }

    @DeleteMapping("/participants/{interpreterId}")
    @Operation(summary = "Cancel a registration", description = "Attendance that is recorded must be withdrawn first.")
    Mono<ResponseEntity<Void>> cancel(@PathVariable UUID id, @PathVariable UUID interpreterId) {
        return attendance
                .cancel(id, new InterpreterId(interpreterId))
                .doOnNext(ParticipantsApi::check)
                .thenReturn(ResponseEntity.noContent().build());
    }

    @PutMapping("/attendance/{interpreterId}")
    @Operation(
            summary = "Record whether an interpreter attended a training",
            description =
                    "Attendance confers what the training confers, also on somebody who had not registered;"
                            + " withdrawing it takes back exactly what it gave, as far as the coordinator has not changed it since.")
    Mono<ParticipantView> attended(
            @PathVariable UUID id, @PathVariable UUID interpreterId, @Valid @RequestBody AttendanceForm body) {
        return changed(
                id, interpreterId, Boolean.TRUE.equals(body.attended()) ? attendance::attended : attendance::wasAbsent);
    }

    private Mono<ParticipantView> changed(
            UUID id, UUID interpreterId, BiFunction<UUID, InterpreterId, Mono<Change>> change) {
        var who = new InterpreterId(interpreterId);
        return change.apply(id, who)
                .doOnNext(ParticipantsApi::check)
                .then(Mono.defer(() -> participants.find(id, who)))
                .map(ParticipantView::of)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("participant")));
    }

    private static void check(Change change) {
        @Nullable
        ErrorResponseException problem = switch (change) {
            case DONE -> null;
            case NO_SUCH_TRAINING -> Problems.notFound("training");
            case NO_SUCH_MEMBER -> Problems.notFound("interpreter in the district of the training");
            case FULL -> Problems.conflict("All places of this training are taken.");
            case ATTENDED -> Problems.conflict("It is recorded that the interpreter attended; withdraw that first.");
            case TOO_EARLY -> Problems.conflict("The last date of this training has not begun yet.");
        };
        if (problem != null) {
            throw problem;
        }
    }

    @Schema(name = "Attendance")
    record AttendanceForm(@NotNull Boolean attended) {}

    @Schema(name = "Participant")
    record ParticipantView(
            InterpreterId interpreterId,
            String name,
            Instant registeredAt,
            boolean attended,

            @Schema(description = "when it was recorded that the interpreter attended") @Nullable
            Instant attendanceRecordedAt,

            @Schema(description = "the qualification that attendance gave; null = none that was not there before")
            @Nullable
            String gainedQualification,

            @Schema(description = "the day of the proof of training that attendance gave; null = none") @Nullable
            LocalDate gainedProofOn,

            @Schema(description = "the last day on which that proof holds; null = without end") @Nullable
            LocalDate gainedProofUntil) {

        private static ParticipantView of(Participant participant) {
            var gained = participant.gained();
            return new ParticipantView(
                    participant.id(),
                    participant.name(),
                    participant.registeredAt(),
                    participant.attended(),
                    participant.attendanceRecordedAt(),
                    gained.qualification(),
                    gained.issuedOn(),
                    gained.validUntil());
        }
    }
}
