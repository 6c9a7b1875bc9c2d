package de.dolmetscherhotline.selfservice;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/interpreters/{id}/pin")
@Tag(name = "Interpreters")
class VolunteerPinsApi {

    private final VolunteerPins pins;

    VolunteerPinsApi(VolunteerPins pins) {
        this.pins = pins;
    }

    @PutMapping
    @Operation(
            summary = "Set the PIN with which a volunteer switches her state by telephone",
            description = "It cannot be read again.")
    Mono<ResponseEntity<Void>> set(@PathVariable UUID id, @Valid @RequestBody NewPin body) {
        if (VolunteerPins.isEasilyGuessed(body.pin())) {
            throw Problems.invalid("pin", "is guessed too easily");
        }
        return pins.set(new InterpreterId(id), body.pin())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("interpreter")))
                .thenReturn(ResponseEntity.noContent().build());
    }

    @DeleteMapping
    @Operation(summary = "Take a volunteer's PIN away, so that nobody switches her state by telephone")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        return Responses.removed(pins.remove(new InterpreterId(id)), "PIN");
    }

    record NewPin(
            @Schema(description = "4 to 6 digits, not all alike and not in order", example = "2580")
            @NotNull
            @Pattern(regexp = "[0-9]{4,6}", message = "must have 4 to 6 digits")
            String pin) {}
}
