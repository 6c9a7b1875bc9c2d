package de.dolmetscherhotline.availability;

import com.fasterxml.jackson.annotation.JsonFormat;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/interpreters/{id}/preferences")
@Tag(name = "Availability")
class PreferencesApi {

    private final Availabilities availabilities;

    PreferencesApi(Availabilities availabilities) {
        this.availabilities = availabilities;
    }

    @GetMapping
    @Operation(summary = "Look at how much a member agreed to be disturbed")
    Mono<PreferencesView> preferences(@PathVariable UUID id) {
        return availabilities
                .preferences(new InterpreterId(id))
                .map(PreferencesView::of)
                .switchIfEmpty(Mono.error(AvailabilityApi::nobody));
    }

    @PutMapping
    @Operation(summary = "Replace how much a member agreed to be disturbed")
    Mono<PreferencesView> replace(@PathVariable UUID id, @Valid @RequestBody NewPreferences body) {
        return Mono.fromSupplier(body::preferences)
                .flatMap(wanted -> availabilities.setPreferences(new InterpreterId(id), wanted))
                .then(Mono.defer(() -> preferences(id)));
    }

    record NewPreferences(
            @Schema(description = "when the member is not rung in spite of the plan; null = never") @Nullable @Valid
            NewQuietHours quietHours,

            @Schema(description = "conversations a day after which the member is not asked; null = no limit")
            @Nullable
            @Min(1)
            @Max(Preferences.MOST_CALLS_PER_DAY)
            Integer callsPerDay,

            @Schema(description = "may be rung in an emergency while off duty and in quiet hours") @NotNull
            Boolean emergencyOptIn,

            @Schema(description = "may be asked by text message while off duty") @NotNull
            Boolean calloutOptIn,

            @Schema(description = "wants a text message the evening before a shift") @NotNull
            Boolean shiftReminder) {

        private Preferences preferences() {
            return new Preferences(
                    Optional.ofNullable(quietHours).map(NewQuietHours::hours).orElse(null),
                    callsPerDay,
                    emergencyOptIn,
                    calloutOptIn,
                    shiftReminder);
        }
    }

    @Schema(description = "on any day, wall time of the district; may go across midnight")
    record NewQuietHours(
            @Schema(example = "22:00") @NotNull LocalTime from,
            @Schema(example = "07:00") @NotNull LocalTime to) {

        private QuietHours hours() {
            PlanApi.requireWholeMinutes("quietHours.from", from);
            PlanApi.requireWholeMinutes("quietHours.to", to);
            if (from.equals(to)) {
                throw Problems.invalid("quietHours.to", "must be another time than from");
            }
            return new QuietHours(from, to);
        }
    }

    @Schema(name = "Preferences")
    record PreferencesView(
            @Nullable QuietHoursView quietHours,
            @Nullable Integer callsPerDay,
            boolean emergencyOptIn,
            boolean calloutOptIn,
            boolean shiftReminder) {

        private static PreferencesView of(Preferences preferences) {
            return new PreferencesView(
                    Optional.ofNullable(preferences.quiet())
                            .map(quiet -> new QuietHoursView(quiet.from(), quiet.to()))
                            .orElse(null),
                    preferences.callsPerDay(),
                    preferences.emergencyOptIn(),
                    preferences.calloutOptIn(),
                    preferences.shiftReminder());
        }
    }

    @Schema(name = "QuietHours")
    record QuietHoursView(
            @JsonFormat(pattern = "HH:mm") LocalTime from,
            @JsonFormat(pattern = "HH:mm") LocalTime to) {}
}
