package de.dolmetscherhotline.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.access.KeyHolder;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.work.WorkItem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.ErrorResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

/** A request that is sent again does nothing twice. */
class IdempotencyIT extends HotlineIT {

    private static final String ORGANISATIONS = "/api/v1/organisations";
    private static final int AT_ONCE = 12;

    private static final Authentication COORDINATOR = UsernamePasswordAuthenticationToken.authenticated(
            "api-key", "", AuthorityUtils.createAuthorityList("ROLE_COORDINATOR"));

    @Autowired
    private Idempotency idempotency;

    @Autowired
    private ForgetAnswers forgetting;

    private final String key = "\"" + UUID.randomUUID() + "\"";
    private UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    @Test
    void sameRequestIsAnsweredInTheSameWay() {
        var first = send(key, practice()).hasStatus(201);
        var again = send(key, practice()).hasStatus(201);
        assertThat(again.body()).isEqualTo(first.body());
        again.hasHeader(
                        HttpHeaders.LOCATION,
                        Objects.requireNonNull(first.headers().getFirst(HttpHeaders.LOCATION)))
                .hasHeader(
                        HttpHeaders.CONTENT_TYPE,
                        Objects.requireNonNull(first.headers().getFirst(HttpHeaders.CONTENT_TYPE)));
        assertOrganisations(1);
    }

    @Test
    void keyWithoutQuotesIsTheSameKey() {
        var first = send(key, practice()).hasStatus(201);
        send(key.replace("\"", ""), practice()).hasStatus(201).has("id", first.text("id"));
        assertOrganisations(1);
    }

    @Test
    void orderOfFieldsAndSpacesDoNotMakeAnotherRequest() {
        var first = send(key, practice()).hasStatus(201);
        var body = "{ \"kind\":\"practice\",\n \"name\": \"Praxis\", \"municipality\":null, \"districtId\":\"%s\"}"
                .formatted(district);
        Answer.to(api().post()
                        .uri(ORGANISATIONS)
                        .header("Idempotency-Key", key)
                        .header(HttpHeaders.CONTENT_TYPE, "application/json")
                        .bodyValue(body))
                .hasStatus(201)
                .has("id", first.text("id"));
    }

    @Test
    void otherRequestWithTheSameKeyIsRefused() {
        send(key, practice()).hasStatus(201);
        send(key, practice().with("name", "andere Praxis")).isProblem(422).has("errors[0].field", "Idempotency-Key");
        Answer.to(api().post()
                        .uri(ORGANISATIONS + "?x=1")
                        .header("Idempotency-Key", key)
                        .bodyValue(practice().fields()))
                .isProblem(422);
        assertOrganisations(1);
    }

    @Test
    void withoutAKeyEachRequestCounts() {
        post(ORGANISATIONS, practice()).hasStatus(201);
        post(ORGANISATIONS, practice()).hasStatus(201);
        assertOrganisations(2);
    }

    @Test
    void malformedKeyIsRefusedAndNothingIsDone() {
        for (var malformed : List.of("", "\"\"", "a b", "\"open", "x".repeat(256))) {
            send(malformed, practice()).rejects("Idempotency-Key");
        }
        Answer.to(api().post()
                        .uri(ORGANISATIONS)
                        .header("Idempotency-Key", "a", "b")
                        .bodyValue(practice().fields()))
                .rejects("Idempotency-Key");
        assertOrganisations(0);
    }

    @Test
    void requestThatFailedMayBeSentAgain() {
        var number = Numbers.landline();
        var holder = created(ORGANISATIONS, practice().with("phoneNumbers", List.of(number)));
        var body = practice().with("name", "Nachfolgerin").with("phoneNumbers", List.of(number));
        send(key, body).isProblem(409);
        send(key, body).isProblem(409);
        delete(ORGANISATIONS + "/" + holder).hasStatus(204);

        var carriedOut = send(key, body).hasStatus(201);

        send(key, body).hasStatus(201).has("id", carriedOut.text("id"));
        assertOrganisations(1);
    }

    @Test
    void manyAtOnceDoItOnce() {
        var answers = Objects.requireNonNull(Flux.range(0, AT_ONCE)
                .flatMap(
                        n -> Mono.fromCallable(() -> send(key, practice())).subscribeOn(Schedulers.boundedElastic()),
                        AT_ONCE)
                .collectList()
                .block());

        assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.text("id"))
                        .distinct())
                .hasSize(1);
        assertOrganisations(1);
        send(key, practice()).hasStatus(201);
        assertOrganisations(1);
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondIsToldSo() {
        var gate = Sinks.<ResponseEntity<Thing>>one();
        var begun = Sinks.<Boolean>one();
        var first = once(COORDINATOR, "x", gate.asMono().doOnSubscribe(done -> begun.tryEmitValue(true)))
                .toFuture();
        begun.asMono().block(Duration.ofSeconds(10));

        once(COORDINATOR, "x", Mono.error(new AssertionError("must not be carried out")))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(refused -> assertStatus(refused, HttpStatus.CONFLICT));
        once(COORDINATOR, "y", Mono.error(new AssertionError("must not be carried out")))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(refused -> assertStatus(refused, HttpStatus.CONFLICT));

        gate.tryEmitValue(thing("done"));
        assertThat(first.join().getBody()).isEqualTo(new Thing("done", List.of(1)));
        once(COORDINATOR, "x", Mono.error(new AssertionError("must not be carried out")))
                .as(StepVerifier::create)
                .assertNext(answer -> assertThat(answer).isEqualTo(thing("done")))
                .verifyComplete();
    }

    @Test
    void whoeverGivesUpWaitingLeavesNothingBehind() {
        var begun = Sinks.<Boolean>one();
        var first = once(
                        COORDINATOR,
                        "x",
                        Mono.<ResponseEntity<Thing>>never().doOnSubscribe(done -> begun.tryEmitValue(true)))
                .subscribe();
        begun.asMono().block(Duration.ofSeconds(10));

        first.dispose();

        var answer = once(COORDINATOR, "x", Mono.just(thing("done")))
                .retryWhen(Retry.fixedDelay(50, Duration.ofMillis(20)).filter(ErrorResponseException.class::isInstance))
                .block();
        assertThat(answer).isEqualTo(thing("done"));
    }

    @Test
    void organisationsHaveKeysOfTheirOwn() {
        var runs = new AtomicInteger();
        var hospital = holder(created(ORGANISATIONS, practice()));
        var school = holder(created(ORGANISATIONS, practice()));
        for (var caller : List.of(hospital, school, COORDINATOR, hospital, school, COORDINATOR)) {
            once(caller, "x", Mono.fromSupplier(() -> thing("run " + runs.incrementAndGet())))
                    .block();
        }
        assertThat(runs).hasValue(3);
        once(school, "x", Mono.error(new AssertionError("must not be carried out")))
                .as(StepVerifier::create)
                .assertNext(answer -> assertThat(answer).isEqualTo(thing("run 2")))
                .verifyComplete();
    }

    @Test
    void answersGoWithTheirOrganisation() {
        var id = created(ORGANISATIONS, practice());
        once(holder(id), "x", Mono.just(thing("geheim-" + id))).block();
        assertThat(OwnDatabase.findAnywhere(database(), List.of("geheim-" + id)))
                .isNotEmpty();
        delete(ORGANISATIONS + "/" + id).hasStatus(204);
        assertThat(OwnDatabase.findAnywhere(database(), List.of("geheim-" + id)))
                .isEmpty();
    }

    @Test
    void nobodyIsServedWhoIsNeitherAnOrganisationNorACoordinator() {
        var stranger = UsernamePasswordAuthenticationToken.authenticated(
                "somebody", "", AuthorityUtils.createAuthorityList("ROLE_VOLUNTEER"));
        once(stranger, "x", Mono.just(thing("done"))).as(StepVerifier::create).verifyError(IllegalStateException.class);
        idempotency
                .once(request(), "x", Thing.class, Mono.just(thing("done")))
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
    }

    @Test
    void effectThatCannotBeRememberedDoesNotHappen() {
        var name = "Praxis " + UUID.randomUUID();
        var unstorable = ResponseEntity.status(HttpStatusCode.valueOf(700)).body(new Thing("done", List.of()));
        once(COORDINATOR, "x", insert(name).thenReturn(unstorable))
                .as(StepVerifier::create)
                .verifyError();
        assertOrganisations(0);

        once(COORDINATOR, "x", insert(name).thenReturn(thing("done")))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        assertOrganisations(1);
    }

    @Test
    void answerWithoutABodyIsRemembered() {
        var call = Mono.defer(() -> idempotency.once(
                        request(),
                        Map.of(),
                        Void.class,
                        Mono.just(ResponseEntity.noContent().<Void>build())))
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(COORDINATOR));
        for (int time = 0; time < 2; time++) {
            call.as(StepVerifier::create)
                    .assertNext(answer -> assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT))
                    .verifyComplete();
        }
    }

    @Test
    void afterADayTheKeyIsFreeWhetherTheAnswerWasDeletedOrNot() {
        send(key, practice()).hasStatus(201);
        TestTelephony.CLOCK.pass(Idempotency.KEPT.minusSeconds(1));
        send(key, practice()).hasStatus(201);
        assertOrganisations(1);

        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        send(key, practice().with("name", "andere Praxis")).hasStatus(201);
        assertOrganisations(2);
        send(key, practice()).isProblem(422);
    }

    @Test
    void oldAnswersAreDeleted() {
        send(key, practice()).hasStatus(201);
        TestTelephony.CLOCK.pass(Idempotency.KEPT.minusSeconds(1));
        forget();
        assertThat(kept()).isEqualTo(1);
        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        forget();
        assertThat(kept()).isZero();
    }

    private void forget() {
        var item = new WorkItem(1, "idempotency", null, "{}", 0, Instant.EPOCH, Instant.EPOCH);
        assertThat(forgetting.handle(item).block()).isNotNull();
    }

    private long kept() {
        return Objects.requireNonNull(database()
                .sql("select count(*) from idempotent_answer where key = :key")
                .bind("key", key.replace("\"", ""))
                .mapValue(Long.class)
                .one()
                .block());
    }

    private Authentication holder(UUID organisation) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new KeyHolder(UUID.randomUUID(), new OrganisationId(organisation), new DistrictId(district)),
                "",
                List.of());
    }

    private record Thing(String name, List<Integer> numbers) {}

    private static ResponseEntity<Thing> thing(String name) {
        return ResponseEntity.created(URI.create("/things/1")).body(new Thing(name, List.of(1)));
    }

    private Mono<ResponseEntity<Thing>> once(Authentication caller, Object body, Mono<ResponseEntity<Thing>> effect) {
        return idempotency
                .once(request(), body, Thing.class, effect)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(caller));
    }

    private MockServerHttpRequest request() {
        return MockServerHttpRequest.post("/api/v1/things")
                .header("Idempotency-Key", key)
                .build();
    }

    private Mono<Void> insert(String name) {
        return database()
                .sql("insert into organisation (id, district_id, name, kind) values (:id, :district, :name, 'other')")
                .bind("id", UUID.randomUUID())
                .bind("district", district)
                .bind("name", name)
                .then();
    }

    private static void assertStatus(Throwable refused, HttpStatus status) {
        assertThat(refused)
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(status));
    }

    private Answer send(String idempotencyKey, Body body) {
        return Answer.to(api().post()
                .uri(ORGANISATIONS)
                .header("Idempotency-Key", idempotencyKey)
                .bodyValue(body.fields()));
    }

    private Body practice() {
        return Body.of("districtId", district, "name", "Praxis", "kind", "practice");
    }

    private void assertOrganisations(int count) {
        get(ORGANISATIONS + "?districtId=" + district).hasHeader("X-Total-Count", Integer.toString(count));
    }
}
