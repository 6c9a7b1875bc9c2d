package de.dolmetscherhotline.availability;

import com.fasterxml.jackson.annotation.JsonFormat;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/interpreters/{id}/plan")
@Tag(name = "Availability")
class PlanApi {

    private final Availabilities availabilities;

    PlanApi(Availabilities availabilities) {
        this.availabilities = availabilities;
    }

    @GetMapping
    @Operation(summary = "Look at the weekly plan of a member")
    Mono<PlanView> plan(@PathVariable UUID id) {
        return availabilities
                .of(new InterpreterId(id))
                .map(known -> PlanView.of(known.plan()))
                .switchIfEmpty(Mono.error(AvailabilityApi::nobody));
    }

    @PutMapping
    @Operation(
            summary = "Replace the weekly plan of a member",
            description = "Wall time of the district. What was said, and absences, count before it.")
    Mono<PlanView> replace(@PathVariable UUID id, @Valid @RequestBody NewPlan body) {
        return Mono.fromSupplier(body::plan)
                .flatMap(shifts -> availabilities.replacePlan(new InterpreterId(id), shifts))
                .then(Mono.defer(() -> plan(id)));
    }

    record NewPlan(
            @Schema(description = "times of each week at which the member may be rung; they must not overlap")
            @NotNull
            @Size(max = Availabilities.MOST_SHIFTS)
            List<@NotNull @Valid NewShift> shifts) {

        private List<Shift> plan() {
            var plan = IntStream.range(0, shifts.size())
                    .mapToObj(i -> shifts.get(i).shift("shifts[" + i + "]"))
                    .toList();
            IntStream.range(0, plan.size()).forEach(i -> requireApart(plan, i));
            return plan;
        }

        private static void requireApart(List<Shift> plan, int index) {
            if (plan.subList(0, index).stream().anyMatch(plan.get(index)::overlaps)) {
                throw Problems.invalid("shifts[" + index + "]", "overlaps another shift");
            }
        }
    }

    record NewShift(
            @NotNull DayOfWeek day,

            @Schema(description = "to the minute", example = "18:00") @NotNull
            LocalTime starts,

            @Schema(description = "on the next day unless later than the start; the same = 24 hours", example = "22:00")
            @NotNull
            LocalTime ends) {

        private Shift shift(String path) {
            requireWholeMinutes(path + ".starts", starts);
            requireWholeMinutes(path + ".ends", ends);
            return new Shift(Objects.requireNonNull(day), starts, ends);
        }
    }

    static void requireWholeMinutes(String field, LocalTime time) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw Problems.invalid(field, "must be a time to the minute");
        }
    }

    @Schema(name = "Plan")
    record PlanView(@Schema(description = "from Monday on") List<ShiftView> shifts) {

        private static PlanView of(List<Shift> shifts) {
            return new PlanView(shifts.stream()
                    .map(shift -> new ShiftView(shift.day(), shift.starts(), shift.ends()))
                    .toList());
        }
    }

    @Schema(name = "Shift")
    record ShiftView(
            DayOfWeek day,
            @JsonFormat(pattern = "HH:mm") LocalTime starts,
            @JsonFormat(pattern = "HH:mm") LocalTime ends) {}
}
