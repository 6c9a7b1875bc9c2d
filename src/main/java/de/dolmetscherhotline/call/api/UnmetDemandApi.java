package de.dolmetscherhotline.call.api;

import de.dolmetscherhotline.call.NeedsElsewhere;
import de.dolmetscherhotline.call.UnmetDemand;
import de.dolmetscherhotline.call.UnmetDemand.Filter;
import de.dolmetscherhotline.call.UnmetDemand.UnmetNeed;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Responses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/unmet-demand")
@Tag(name = "Unmet demand", description = "calls that ended without an interpreter, for the coordinator to deal with")
class UnmetDemandApi {

    private final UnmetDemand unmet;
    private final List<NeedsElsewhere> elsewhere;

    UnmetDemandApi(UnmetDemand unmet, List<NeedsElsewhere> elsewhere) {
        this.unmet = unmet;
        this.elsewhere = elsewhere;
    }

    @GetMapping
    @Operation(
            summary = "List unmet needs, oldest first",
            description =
                    "Nobody on duty, nobody answered, cut off and not connected again, not reached for a callback, or hung up"
                            + " after a long time of waiting in vain. Calls of"
                            + " appointments are not among them: what those lacked stands at the appointments (unmet=true).")
    Mono<ResponseEntity<List<UnmetNeedView>>> list(@Valid @ParameterObject PageQuery query) {
        return Flux.fromIterable(elsewhere)
                .concatMap(keeper -> keeper.calls(null))
                .collectList()
                .map(Filter::open)
                .flatMap(open -> Responses.listed(
                        unmet.page(open, query.limit(), query.offset()).map(UnmetNeedView::of), unmet.count(open)));
    }

    @PostMapping("/{callId}/settle")
    @Operation(summary = "Take a need off the list", description = "The call stays in the session log as it is.")
    Mono<ResponseEntity<Void>> settle(@PathVariable UUID callId, @Valid @RequestBody Settlement body) {
        return Responses.removed(unmet.settle(null, new CallId(callId), body.note(), null), "unmet need");
    }

    @Schema(name = "UnmetNeed")
    record UnmetNeedView(
            CallId callId,
            @Nullable LineId lineId,
            @Nullable OrganisationId organisationId,
            @Nullable Language language,
            Outcome outcome,
            boolean emergency,
            Instant startedAt,
            Instant endedAt) {

        private static UnmetNeedView of(UnmetNeed need) {
            return new UnmetNeedView(
                    need.callId(),
                    need.lineId(),
                    need.organisationId(),
                    need.language(),
                    need.outcome(),
                    need.emergency(),
                    need.startedAt(),
                    need.endedAt());
        }
    }

    @Schema(name = "Settlement")
    record Settlement(
            @Schema(description = "what was done; no names") @Nullable @Size(max = 500)
            String note) {}
}
