package de.dolmetscherhotline.availability;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.platform.Responses.Created;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/interpreters/{id}/absences")
@Tag(name = "Availability")
class AbsencesApi {

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(
            Map.of("absence_first_day_key", () -> Problems.conflict("An absence begins on that day already.")));

    private final Availabilities availabilities;
    private final Clock clock;

    AbsencesApi(Availabilities availabilities, Clock clock) {
        this.availabilities = availabilities;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "List the absences of a member that are not over, earliest first")
    Mono<List<AbsenceView>> list(@PathVariable UUID id) {
        return availabilities
                .absences(new InterpreterId(id))
                .map(absences -> absences.stream().map(AbsenceView::of).toList())
                .switchIfEmpty(Mono.error(AvailabilityApi::nobody));
    }

    @PostMapping
    @Operation(
            summary = "Enter an absence of a member",
            description = "The member is not rung on these days, not even in an emergency, "
                    + "unless she switches herself on while they last.")
    Mono<ResponseEntity<Created>> add(@PathVariable UUID id, @Valid @RequestBody NewAbsence body) {
        var who = new InterpreterId(id);
        return availabilities
                .of(who)
                .map(known -> body.absence(LocalDate.ofInstant(clock.instant(), known.zone())))
                .flatMap(absence -> add(who, absence))
                .switchIfEmpty(Mono.error(AvailabilityApi::nobody));
    }

    private Mono<ResponseEntity<Created>> add(InterpreterId who, Absence absence) {
        return availabilities
                .addAbsence(who, absence)
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .onErrorMap(TooManyEntries.class, tooMany -> Problems.conflict("There are too many absences already."))
                .map(now -> Responses.created("/api/v1/interpreters/" + who + "/absences", absence.id()));
    }

    @DeleteMapping("/{absence}")
    @Operation(summary = "Remove an absence of a member")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id, @PathVariable UUID absence) {
        return Responses.removed(availabilities.removeAbsence(new InterpreterId(id), absence), "absence");
    }

    record NewAbsence(
            @Schema(description = "day of the district") @NotNull
            LocalDate firstDay,

            @Schema(description = "the last day of the absence, included") @NotNull
            LocalDate lastDay) {

        private Absence absence(LocalDate today) {
            if (lastDay.isBefore(firstDay)) {
                throw Problems.invalid("lastDay", "must not be before the first day");
            }
            var absence = new Absence(UUID.randomUUID(), firstDay, lastDay);
            if (absence.isOverOn(today)) {
                throw Problems.invalid("lastDay", "must not be in the past");
            }
            if (absence.isTooFarFrom(today)) {
                throw Problems.invalid("lastDay", "must be within two years");
            }
            return absence;
        }
    }

    @Schema(name = "Absence")
    record AbsenceView(UUID id, LocalDate firstDay, LocalDate lastDay) {

        private static AbsenceView of(Absence absence) {
            return new AbsenceView(absence.id(), absence.firstDay(), absence.lastDay());
        }
    }
}
