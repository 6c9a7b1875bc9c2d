package de.dolmetscherhotline.idempotency;

import de.dolmetscherhotline.access.Authorities;
import de.dolmetscherhotline.access.OnBehalf;
import de.dolmetscherhotline.idempotency.GivenAnswers.Asked;
import de.dolmetscherhotline.idempotency.GivenAnswers.Given;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Problems.FieldProblem;
import de.dolmetscherhotline.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what a request asks for once, however often it comes: with the header {@code Idempotency-Key} a request that was
 * answered is answered in the same way again (draft-ietf-httpapi-idempotency-key-header, ADR 19). In a controller:
 *
 * <pre>{@code
 * @PostMapping
 * @TakesIdempotencyKey
 * Mono<ResponseEntity<Created>> add(ServerHttpRequest request, @Valid @RequestBody NewThing body) {
 *     return idempotency.once(request, body, Created.class, things.add(body).map(...));
 * }
 * }</pre>
 */
@Component
public class Idempotency {

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final TypeReference<LinkedHashMap<String, List<String>>> HEADERS = new TypeReference<>() {};

    private final GivenAnswers answers;
    private final Vault vault;
    private final JsonMapper json;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Idempotency(GivenAnswers answers, Vault vault, JsonMapper json, TransactionalOperator transaction, Clock clock) {
        this.answers = answers;
        this.vault = vault;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Carries out a request unless it was carried out before. Each organisation has keys of its own; so have coordinators.
     *
     * <p>With a key the effect runs in one transaction with the memory of its answer: both happen or neither. Hence it must do
     * nothing outside the database, and must not go on after an error of the database. If it fails, nothing is remembered.
     *
     * @param request its path and header count; without the header the effect is carried out as it is
     * @param body what was sent, as it was read
     * @param type of the answer's body, which JSON must be able to express and to read again; it is kept for a day in clear, so
     *     it should name things by id
     * @param effect subscribed once at most
     * @return the answer; fails with a problem: 400 for a malformed key, 409 while a request with that key is under way, 422
     *     if it was used for another request
     */
    public <T> Mono<ResponseEntity<T>> once(
            ServerHttpRequest request, Object body, Class<T> type, Mono<ResponseEntity<T>> effect) {
        var header = request.getHeaders().get(IdempotencyKey.HEADER);
        return header == null
                ? effect
                : Mono.justOrEmpty(IdempotencyKey.of(header))
                        .switchIfEmpty(Mono.error(Idempotency::malformed))
                        .flatMap(key -> asked(request, body, key))
                        .flatMap(asked -> once(asked, type, effect).as(transaction::transactional));
    }

    private Mono<Asked> asked(ServerHttpRequest request, Object body, IdempotencyKey key) {
        return ReactiveSecurityContextHolder.getContext()
                .map(SecurityContext::getAuthentication)
                .flatMap(Idempotency::owner)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("idempotent request of nobody")))
                .map(owner -> new Asked(owner.orElse(null), key, fingerprint(request, body)));
    }

    /** Whose the key is: an organisation's, or, present but empty, the coordinator's. */
    private static Mono<Optional<OrganisationId>> owner(Authentication caller) {
        if (caller.getPrincipal() instanceof OnBehalf member) {
            return Mono.just(Optional.of(member.organisation()));
        }
        return Authorities.has(caller, Authorities.COORDINATOR) ? Mono.just(Optional.empty()) : Mono.empty();
    }

    /** Keyed: what is sent may be a telephone number or a PIN, which a mere hash would not hide. */
    private String fingerprint(ServerHttpRequest request, Object body) {
        var uri = request.getURI();
        return vault.pseudonym(
                "idempotency",
                String.join(
                        "\n",
                        request.getMethod().name(),
                        uri.getRawPath(),
                        String.valueOf(uri.getRawQuery()),
                        json.writeValueAsString(body)));
    }

    private <T> Mono<ResponseEntity<T>> once(Asked asked, Class<T> type, Mono<ResponseEntity<T>> effect) {
        return answers.lock(asked)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(Idempotency::underWay))
                .then(Mono.defer(() -> answers.find(asked, clock.instant().minus(KEPT))))
                .flatMap(given -> again(asked, given, type))
                .switchIfEmpty(Mono.defer(() -> effect.flatMap(answer -> keep(asked, answer))));
    }

    private <T> Mono<ResponseEntity<T>> again(Asked asked, Given given, Class<T> type) {
        return given.fingerprint().equals(asked.fingerprint())
                ? Mono.fromSupplier(() -> read(given, type))
                : Mono.error(Idempotency::usedOtherwise);
    }

    private <T> ResponseEntity<T> read(Given given, Class<T> type) {
        var headers = new HttpHeaders();
        json.readValue(given.headers(), HEADERS).forEach(headers::addAll);
        var body = given.body();
        var answer = ResponseEntity.status(given.status()).headers(headers);
        return body == null ? answer.build() : answer.body(json.readValue(body, type));
    }

    private <T> Mono<ResponseEntity<T>> keep(Asked asked, ResponseEntity<T> answer) {
        return answers.keep(asked, written(asked, answer), clock.instant()).thenReturn(answer);
    }

    private <T> Given written(Asked asked, ResponseEntity<T> answer) {
        var headers = new LinkedHashMap<String, List<String>>();
        answer.getHeaders().forEach(headers::put);
        var body = answer.getBody();
        return new Given(
                asked.fingerprint(),
                answer.getStatusCode().value(),
                json.writeValueAsString(headers),
                body == null ? null : json.writeValueAsString(body));
    }

    private static Throwable malformed() {
        return Problems.invalid(IdempotencyKey.HEADER, "must be one text of 1 to 255 printable characters in quotes");
    }

    private static Throwable underWay() {
        return Problems.conflict("A request with that Idempotency-Key is under way. Please ask again in a moment.");
    }

    private static Throwable usedOtherwise() {
        return Problems.unprocessable(
                "That Idempotency-Key was used for another request.",
                List.of(new FieldProblem(IdempotencyKey.HEADER, "was used for another request")));
    }
}
