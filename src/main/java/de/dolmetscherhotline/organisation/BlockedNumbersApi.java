package de.dolmetscherhotline.organisation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.ConstraintProblems;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(BlockedNumbersApi.PATH)
@Tag(name = "Blocked numbers", description = "telephone numbers whose callers a district refuses")
class BlockedNumbersApi {

    static final String PATH = "/api/v1/blocked-numbers";

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(Map.of(
            "blocked_number_blocked_once", () -> Problems.conflict("The district has blocked that number."),
            "blocked_number_district_id_fkey", () -> Problems.invalid("districtId", "there is no such district")));

    private final BlockedNumbers blockedNumbers;
    private final Clock clock;

    BlockedNumbersApi(BlockedNumbers blockedNumbers, Clock clock) {
        this.blockedNumbers = blockedNumbers;
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Refuse callers from a number")
    Mono<ResponseEntity<Created>> add(@Valid @RequestBody NewBlockedNumber body) {
        BlockedNumber blocked = body.as(UUID.randomUUID(), clock.instant());
        return blockedNumbers
                .add(blocked)
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .thenReturn(Responses.created(PATH, blocked.id()));
    }

    @GetMapping
    @Operation(summary = "List blocked numbers, latest first")
    Mono<ResponseEntity<List<BlockedNumberView>>> list(
            @Valid @ParameterObject PageQuery query,
            @Parameter(description = "only those of this district") @RequestParam(required = false) @Nullable
                    UUID districtId) {
        DistrictId district = districtId == null ? null : new DistrictId(districtId);
        return Responses.listed(
                blockedNumbers.page(district, query.limit(), query.offset()).map(BlockedNumberView::of),
                blockedNumbers.count(district));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a blocked number")
    Mono<BlockedNumberView> one(@PathVariable UUID id) {
        return blockedNumbers
                .byId(id)
                .map(BlockedNumberView::of)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("blocked number")));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Serve the callers of a blocked number again")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        return Responses.removed(blockedNumbers.remove(id), "blocked number");
    }

    record NewBlockedNumber(
            @NotNull DistrictId districtId,

            @Schema(description = "in any usual form; returned as E.164", example = "+493023125299") @NotNull
            PhoneNumber number,

            @Schema(description = "for the coordinators", example = "Scherzanrufe") @NotBlank @Size(max = 500)
            String reason) {

        private BlockedNumber as(UUID id, Instant now) {
            return new BlockedNumber(id, districtId, number, reason, now);
        }
    }

    @Schema(name = "BlockedNumber")
    record BlockedNumberView(
            UUID id,
            DistrictId districtId,
            @Schema(description = "E.164") PhoneNumber number,
            String reason,
            Instant blockedAt) {

        private static BlockedNumberView of(BlockedNumber blocked) {
            return new BlockedNumberView(
                    blocked.id(), blocked.districtId(), blocked.number(), blocked.reason(), blocked.blockedAt());
        }
    }
}
