package de.dolmetscherhotline.call.api;

import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.flow.Destination;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/calls")
@Tag(name = "Calls", description = "what goes on now, and how a coordinator takes over")
class CallsApi {

    private final OpenCalls openCalls;
    private final CallDesk desk;

    CallsApi(OpenCalls openCalls, CallDesk desk) {
        this.openCalls = openCalls;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "List calls that go on", description = "Emergencies first, then whoever waits longest.")
    Mono<ResponseEntity<List<OpenCall>>> list(@Valid @ParameterObject PageQuery query) {
        return Responses.listed(openCalls.page(query.limit(), query.offset()), openCalls.count());
    }

    @PostMapping("/{callId}/transfer")
    @Operation(
            summary = "Hand a waiting caller over",
            description = "To the coordinator or the professional provider of the line, under the number on record.")
    @ApiResponse(responseCode = "202", description = "It is ordered of the telephone network.")
    Mono<ResponseEntity<Void>> transfer(@PathVariable UUID callId, @Valid @RequestBody Transfer body) {
        return accepted(
                desk.handOver(new CallId(callId), body.to()),
                "Nobody waits on the line of this call, or the line has no such number.");
    }

    @PostMapping("/{callId}/interpreter")
    @Operation(
            summary = "Let a certain interpreter be asked",
            description =
                    "Also if she is not on duty; never without a valid secrecy declaration, and not while she is busy.")
    @ApiResponse(responseCode = "202", description = "It is ordered of the telephone network.")
    Mono<ResponseEntity<Void>> interpreter(@PathVariable UUID callId, @Valid @RequestBody Choice body) {
        return accepted(
                desk.choose(new CallId(callId), body.interpreterId()),
                "This call does not wait for an interpreter, or she is busy or must not be asked.");
    }

    @ApiResponse(responseCode = "202", description = "It is ordered of the telephone network.")
    @PostMapping("/{callId}/end")
    @Operation(
            summary = "End a call",
            description = "Wherever it stands: a caller on the line hears so, and no telephone goes on ringing for it.")
    Mono<ResponseEntity<Void>> end(@PathVariable UUID callId) {
        return accepted(desk.end(new CallId(callId)), "This call is over.");
    }

    private static Mono<ResponseEntity<Void>> accepted(Mono<Boolean> done, String otherwise) {
        return done.switchIfEmpty(Mono.error(() -> Problems.notFound("call")))
                .flatMap(yes -> yes
                        ? Mono.just(ResponseEntity.accepted().<Void>build())
                        : Mono.error(() -> Problems.conflict(otherwise)));
    }

    @Schema(name = "Transfer")
    record Transfer(@NotNull Destination to) {}

    @Schema(name = "InterpreterChoice")
    record Choice(@NotNull InterpreterId interpreterId) {}
}
