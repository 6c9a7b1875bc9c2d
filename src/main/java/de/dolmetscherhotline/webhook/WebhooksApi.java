package de.dolmetscherhotline.webhook;

import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(WebhooksApi.PATH)
@Tag(name = "Webhooks", description = "organisations' own systems that are told of what happens")
class WebhooksApi {

    static final String PATH = "/api/v1/organisations/{id}/webhook";

    private static final String WEBHOOK = "webhook";
    private static final ConstraintProblems PROBLEMS =
            ConstraintProblems.of(Map.of("webhook_organisation_id_fkey", () -> Problems.notFound("organisation")));

    private final Receivers receivers;
    private final AttemptLog log;
    private final Trial trial;
    private final ReceiverUrls urls;
    private final Clock clock;

    WebhooksApi(Receivers receivers, AttemptLog log, Trial trial, ReceiverUrls urls, Clock clock) {
        this.receivers = receivers;
        this.log = log;
        this.trial = trial;
        this.urls = urls;
        this.clock = clock;
    }

    @PutMapping
    @Operation(
            summary = "Tell an organisation's own system of what happens",
            description = "Makes a new secret each time and shows it only now; what was noted before is forgotten.")
    Mono<NewWebhookView> set(@PathVariable UUID id, @Valid @RequestBody NewWebhook body) {
        var secret = SigningSecret.random();
        return checked(body.url())
                .flatMap(url -> receivers.set(new OrganisationId(id), url, secret, clock.instant()))
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .thenReturn(new NewWebhookView(body.url(), secret.text()));
    }

    private Mono<String> checked(String url) {
        return urls.problem(url)
                .<Mono<String>>map(problem -> Mono.error(() -> Problems.invalid("url", problem)))
                .orElseGet(() -> Mono.just(url));
    }

    @GetMapping
    @Operation(summary = "Look at how it goes with an organisation's own system")
    Mono<WebhookView> one(@PathVariable UUID id) {
        return found(id).map(WebhookView::of);
    }

    @DeleteMapping
    @Operation(
            summary = "Tell an organisation's own system nothing any more",
            description = "Also not what happened before and has not arrived yet.")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        return Responses.removed(receivers.remove(new OrganisationId(id)), WEBHOOK);
    }

    @PostMapping("/test")
    @Operation(
            summary = "Try an organisation's own system",
            description = "Sends an announcement of the type 'ping' at once, and says what came of it.")
    Mono<TestView> test(@PathVariable UUID id) {
        return found(id)
                .filter(receiver -> receiver.disabledAt() == null)
                .switchIfEmpty(Mono.error(
                        () -> Problems.conflict("The system said that it wants nothing any more. Set it anew.")))
                .flatMap(trial::of)
                .map(TestView::of);
    }

    @GetMapping("/deliveries")
    @Operation(
            summary = "List what an organisation's own system was told, newest first",
            description = "Each attempt, and what was given up, since the address was set; for some weeks.")
    Mono<ResponseEntity<List<DeliveryView>>> deliveries(
            @PathVariable UUID id, @Valid @ParameterObject PageQuery query) {
        return found(id)
                .flatMap(receiver -> Responses.listed(
                        log.page(receiver, query.limit(), query.offset()).map(DeliveryView::of), log.count(receiver)));
    }

    private Mono<Receiver> found(UUID id) {
        return receivers.find(new OrganisationId(id)).switchIfEmpty(Mono.error(() -> Problems.notFound(WEBHOOK)));
    }

    record NewWebhook(
            @Schema(description = "begins with https:// and is reachable from everywhere; no user name, no password")
            @NotNull
            @Size(max = 2000)
            String url) {}

    @Schema(name = "NewWebhookSecret")
    record NewWebhookView(
            String url,

            @Schema(description = "with which the receiver checks signatures; never shown again")
            String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "NewWebhookView";
        }
    }

    @Schema(name = "Webhook")
    record WebhookView(
            String url,

            @Schema(description = "switched_off: it answered 410 and is told nothing until it is set anew")
            Receiver.State state,

            Instant createdAt,
            @Nullable Instant lastSuccessAt,

            @Schema(description = "since when no attempt has succeeded") @Nullable
            Instant failingSince,

            @Schema(description = "what came of the last attempt, such as status_503, timed_out, unknown_host")
            @Nullable
            String lastFailure,

            @Schema(description = "announcements that did not arrive within a day, since it was set")
            long givenUp,

            @Nullable Instant givenUpAt,
            @Nullable Instant disabledAt) {

        private static WebhookView of(Receiver receiver) {
            return new WebhookView(
                    receiver.url(),
                    receiver.state(),
                    receiver.createdAt(),
                    receiver.lastSuccessAt(),
                    receiver.failingSince(),
                    receiver.lastFailure(),
                    receiver.givenUp(),
                    receiver.givenUpAt(),
                    receiver.disabledAt());
        }
    }

    @Schema(name = "WebhookDelivery")
    record DeliveryView(
            @Schema(description = "of the announcement; the same in each attempt")
            String id,

            String type,
            Instant at,

            @Schema(
                    description =
                            "delivered, switched_off, given_up, or what went wrong, such as status_503 or timed_out")
            String result) {

        private static DeliveryView of(AttemptLog.Attempt attempt) {
            return new DeliveryView(attempt.id(), attempt.type(), attempt.at(), attempt.result());
        }
    }

    @Schema(name = "WebhookTest")
    record TestView(
            boolean delivered,

            @Schema(description = "delivered, switched_off, or what went wrong, such as status_503 or timed_out")
            String result) {

        private static TestView of(Delivery delivery) {
            return switch (delivery) {
                case Delivery.Taken taken -> new TestView(true, taken.word());
                case Delivery.Gone gone -> new TestView(false, gone.word());
                case Delivery.Refused refused -> new TestView(false, refused.word());
                case Delivery.Failed failed -> new TestView(false, failed.word());
                case Delivery.NotNow notNow ->
                    throw Problems.tooMany("Enough attempts were made. Please try again soon.");
            };
        }
    }
}
