package de.dolmetscherhotline.call.api;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/sessions")
@Tag(name = "Sessions", description = "the log of all calls, for evaluation")
class SessionsApi {

    private final SessionLog sessions;

    SessionsApi(SessionLog sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(summary = "List calls, newest first")
    Mono<ResponseEntity<List<Session>>> list(
            @Valid @ParameterObject PageQuery query,
            @Parameter(description = "only calls that came in at this instant or later, ISO 8601")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "only calls that came in before this instant, ISO 8601")
                    @RequestParam(required = false)
                    @Nullable
                    Instant to) {
        return Responses.listed(sessions.page(from, to, query.limit(), query.offset()), sessions.count(from, to));
    }

    @GetMapping("/{callId}")
    @Operation(summary = "Look at a call")
    Mono<Session> one(@PathVariable UUID callId) {
        return sessions.byId(new CallId(callId)).switchIfEmpty(Mono.error(() -> Problems.notFound("session")));
    }
}
