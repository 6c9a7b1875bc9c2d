package de.dolmetscherhotline.request;

import de.dolmetscherhotline.access.OnBehalf;
import de.dolmetscherhotline.idempotency.Idempotency;
import de.dolmetscherhotline.idempotency.TakesIdempotencyKey;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.request.InterpreterRequest.Asked;
import de.dolmetscherhotline.request.InterpreterRequest.Feedback;
import de.dolmetscherhotline.request.Requests.Filter;
import de.dolmetscherhotline.request.Submission.OneWaits;
import de.dolmetscherhotline.request.Submission.Reason;
import de.dolmetscherhotline.request.Submission.Refused;
import de.dolmetscherhotline.request.Submission.Taken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For an organisation's own software only its own requests exist; a coordinator sees those of all. */
@RestController
@RequestMapping(RequestsApi.PATH)
@Tag(
        name = "Requests",
        description = "an interpreter now, asked for in writing: found first, then the organisation is rung")
class RequestsApi {

    static final String PATH = "/api/v1/requests";

    private final RequestDesk desk;
    private final Requests requests;
    private final LiveRequests live;
    private final Idempotency idempotency;

    RequestsApi(RequestDesk desk, Requests requests, LiveRequests live, Idempotency idempotency) {
        this.desk = desk;
        this.requests = requests;
        this.live = live;
        this.idempotency = idempotency;
    }

    @PostMapping
    @TakesIdempotencyKey
    @Operation(
            summary = "Ask for an interpreter now",
            description =
                    "The interpreter is found first; then the organisation is rung under one of its numbers on record.")
    Mono<ResponseEntity<RequestView>> submit(
            ServerHttpRequest request,
            @AuthenticationPrincipal @Nullable Object who,
            @Valid @RequestBody NewRequest body) {
        return idempotency.once(request, body, RequestView.class, submit(body.asked(owner(who))));
    }

    @PostMapping("/{id}/repetition")
    @TakesIdempotencyKey
    @Operation(summary = "Ask for the same once more")
    Mono<ResponseEntity<RequestView>> repeat(
            ServerHttpRequest request, @AuthenticationPrincipal @Nullable Object who, @PathVariable UUID id) {
        return idempotency.once(
                request, id, RequestView.class, one(id, owner(who)).flatMap(earlier -> submit(earlier.asked())));
    }

    private Mono<ResponseEntity<RequestView>> submit(Asked asked) {
        return desk.submit(UUID.randomUUID(), asked).map(RequestsApi::answer);
    }

    private static ResponseEntity<RequestView> answer(Submission submission) {
        return switch (submission) {
            case Taken taken ->
                ResponseEntity.created(URI.create(PATH + "/" + taken.request().id()))
                        .body(RequestView.of(taken.request(), taken.outlook(), List.of()));
            case Refused refused -> throw problem(refused.reason());
            case OneWaits impossible -> throw new IllegalStateException("software may send as many as it likes");
        };
    }

    private static ErrorResponseException problem(Reason reason) {
        return switch (reason) {
            case NO_SUCH_ORGANISATION -> Problems.invalid("organisationId", "there is no such organisation");
            case NO_SUCH_LINE -> Problems.invalid("lineId", "the district has no such line");
            case NO_NUMBER -> Problems.conflict("phoneNumber", "no number of the organisation is on record");
            case NUMBER_NOT_ON_RECORD -> Problems.invalid("phoneNumber", "is none of the organisation's on record");
            case BLOCKED -> Problems.conflict("The organisation may not use the hotline.");
            case OVER_LIMIT -> Problems.tooMany("There were as many calls today as there may be.");
            case CLOSED -> Problems.conflict("The line is closed now.");
        };
    }

    @GetMapping
    @Operation(summary = "List requests, latest first")
    Mono<ResponseEntity<List<RequestView>>> list(
            @AuthenticationPrincipal @Nullable Object who,
            @Valid @ParameterObject PageQuery query,
            @Parameter(description = "only those of this organisation") @RequestParam(required = false) @Nullable
                    UUID organisationId,
            @Parameter(description = "only those that go on, or only those that are over")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean open) {
        var owner = owner(who);
        if (owner != null && organisationId != null && !owner.value().equals(organisationId)) {
            throw Problems.notFound("organisation");
        }
        var filter = Filter.of(owner == null ? organisation(organisationId) : owner, open);
        return Responses.listed(
                requests.page(filter, query.limit(), query.offset()).map(RequestView::of), requests.count(filter));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a request, and how it came so far")
    Mono<RequestView> look(@AuthenticationPrincipal @Nullable Object who, @PathVariable UUID id) {
        return one(id, owner(who))
                .flatMap(request ->
                        requests.history(id).collectList().map(history -> RequestView.of(request, null, history)));
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Follow a request",
            description = "Server-sent events: the request as it is now, and after each change, until it is over.")
    Flux<ServerSentEvent<RequestView>> follow(@AuthenticationPrincipal @Nullable Object who, @PathVariable UUID id) {
        var owner = owner(who);
        return one(id, owner).flatMapMany(known -> live.follow(id, owner)).map(RequestsApi::event);
    }

    private static ServerSentEvent<RequestView> event(InterpreterRequest request) {
        return ServerSentEvent.builder(RequestView.of(request))
                .id(Long.toString(request.revision()))
                .event("request")
                .build();
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Cancel a request", description = "Possible until somebody has picked up at the organisation.")
    Mono<ResponseEntity<Void>> cancel(@AuthenticationPrincipal @Nullable Object who, @PathVariable UUID id) {
        return done(desk.cancel(id, owner(who)), "It cannot be cancelled any more: they talk, or it is over.");
    }

    @PostMapping("/{id}/feedback")
    @Operation(summary = "Say how it was", description = "Replaces what was said before.")
    Mono<ResponseEntity<Void>> feedback(
            @AuthenticationPrincipal @Nullable Object who,
            @PathVariable UUID id,
            @Valid @RequestBody NewFeedback body) {
        return done(desk.hear(id, owner(who), body.feedback()), "There was no conversation.");
    }

    private Mono<InterpreterRequest> one(UUID id, @Nullable OrganisationId owner) {
        return requests.byId(id, owner).switchIfEmpty(Mono.error(() -> Problems.notFound("request")));
    }

    private static Mono<ResponseEntity<Void>> done(Mono<Boolean> deed, String otherwise) {
        return deed.switchIfEmpty(Mono.error(() -> Problems.notFound("request")))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> Problems.conflict(otherwise)))
                .thenReturn(ResponseEntity.noContent().build());
    }

    /** Whose requests are meant; null for a coordinator, who may mean anybody's. */
    private static @Nullable OrganisationId owner(@Nullable Object principal) {
        return principal instanceof OnBehalf member ? member.organisation() : null;
    }

    private static @Nullable OrganisationId organisation(@Nullable UUID id) {
        return id == null ? null : new OrganisationId(id);
    }

    record NewFeedback(
            @Schema(description = "1 to 5") @NotNull @Min(1) @Max(5)
            Integer stars,

            @Nullable @Size(max = 1000) String comment) {

        private Feedback feedback() {
            return new Feedback(stars, comment == null || comment.isBlank() ? null : comment);
        }
    }
}
