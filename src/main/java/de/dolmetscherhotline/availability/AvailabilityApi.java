package de.dolmetscherhotline.availability;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.platform.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(AvailabilityApi.PATH)
@Tag(name = "Availability", description = "when the members of the pools may be rung")
class AvailabilityApi {

    static final String PATH = "/api/v1/interpreters/{id}/availability";

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Availabilities availabilities;
    private final Clock clock;

    AvailabilityApi(Availabilities availabilities, Clock clock) {
        this.availabilities = availabilities;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "See whether a member is available now, and why")
    Mono<StandingView> standing(@PathVariable UUID id) {
        return availabilities
                .standing(new InterpreterId(id))
                .map(StandingView::of)
                .switchIfEmpty(Mono.error(AvailabilityApi::nobody));
    }

    @PutMapping
    @Operation(
            summary = "Switch the availability of a member on or off",
            description = "Counts before absences and the weekly plan for as long as it holds, and ends a pause.")
    Mono<SaidView> say(@PathVariable UUID id, @Valid @RequestBody NewWord body) {
        return Mono.fromSupplier(() -> body.word(clock.instant()))
                .flatMap(word -> availabilities.say(new InterpreterId(id), word).map(now -> SaidView.of(word, now)))
                .onErrorMap(
                        TooManyEntries.class, tooMany -> Problems.conflict("There are too many such times already."))
                .switchIfEmpty(Mono.error(AvailabilityApi::nobody));
    }

    @DeleteMapping
    @Operation(
            summary = "Let the weekly plan decide again",
            description = "Forgets what was said about the availability, and a pause.")
    Mono<StandingView> forget(@PathVariable UUID id) {
        return availabilities
                .forgetWords(new InterpreterId(id))
                .map(StandingView::of)
                .switchIfEmpty(Mono.error(AvailabilityApi::nobody));
    }

    static RuntimeException nobody() {
        return Problems.notFound("interpreter");
    }

    @Schema(name = "NewAvailability")
    record NewWord(
            @NotNull Boolean available,

            @Schema(description = "when it begins; null or in the past = at once") @Nullable
            Instant from,

            @Schema(description = "until when it holds; null = until further notice") @Nullable
            Instant until) {

        private Word word(Instant now) {
            var begins = from == null || from.isBefore(now) ? now : from;
            if (begins.isAfter(now.plus(FARTHEST))) {
                throw Problems.invalid("from", "must be within a year");
            }
            if (until != null && !until.isAfter(now)) {
                throw Problems.invalid("until", "must be in the future");
            }
            if (until != null && !until.isAfter(begins)) {
                throw Problems.invalid("until", "must be later than from");
            }
            return new Word(Objects.requireNonNull(available), begins, until);
        }
    }

    @Schema(name = "Availability")
    record SaidView(
            boolean available,
            Instant from,

            @Schema(description = "until when it holds; null = until further notice") @Nullable
            Instant until,

            @Schema(description = "what follows for the present")
            StandingView now) {

        private static SaidView of(Word word, Standing now) {
            return new SaidView(word.available(), word.from(), word.until(), StandingView.of(now));
        }
    }

    @Schema(name = "Standing")
    record StandingView(
            @Schema(description = "said_off also during an absence and a pause")
            Duty duty,

            @Schema(description = "what decides: what was said, an absence, a shift of the plan, or nothing")
            Source source,

            @Schema(description = "when the duty changes next; null = not unless somebody says so") @Nullable
            Instant until) {

        static StandingView of(Standing standing) {
            return new StandingView(standing.duty(), standing.source(), standing.until());
        }
    }
}
