package de.dolmetscherhotline.request;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What is wrong is said beside its field; who follows a request sees each change. */
class RequestsApiIT extends HotlineIT {

    private static final String REQUESTS = "/api/v1/requests";

    @Autowired
    private RequestDesk desk;

    private UUID organisation = new UUID(0, 0);
    private Body request = Body.of();

    @BeforeEach
    void organisationInADistrictWithALine() {
        var district = district();
        created("/api/v1/lines", Bodies.line(district));
        organisation = created("/api/v1/organisations", Bodies.practice(district));
        request = Body.of("organisationId", organisation, "language", "ar");
    }

    @Test
    void eachWrongFieldIsNamed() {
        post(REQUESTS, Body.of()).rejects("language");
        post(REQUESTS, Body.of("language", "ar")).rejects("organisationId");
        post(REQUESTS, request.with("language", "xx")).rejects("language");
        post(REQUESTS, request.with("organisationId", UUID.randomUUID())).rejects("organisationId");
        post(REQUESTS, request.with("lineId", UUID.randomUUID())).rejects("lineId");
        post(REQUESTS, request.with("genderRequired", true)).rejects("gender");
        post(REQUESTS, request.with("caseReference", "Frau Beispiel")).rejects("caseReference");
        post(REQUESTS, request.with("caseReference", "1".repeat(41))).rejects("caseReference");
        post(REQUESTS, request.with("subject", "sports")).isProblem(400);
        post(REQUESTS, request.with("phoneNumber", "110")).rejects("phoneNumber");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var nowhere = REQUESTS + "/" + UUID.randomUUID();
        get(nowhere).isProblem(404);
        post(nowhere + "/cancellation", Body.of()).isProblem(404);
        post(nowhere + "/repetition", Body.of()).isProblem(404);
        post(nowhere + "/feedback", Body.of("stars", 3)).isProblem(404);
        get(nowhere + "/events").isProblem(404);
    }

    @Test
    void districtWithoutALineTakesNoRequest() {
        var elsewhere = created(
                "/api/v1/organisations",
                Bodies.practice(district()).with("name", "Amt").with("kind", "authority"));
        post(REQUESTS, Body.of("organisationId", elsewhere, "language", "ar")).rejects("lineId");
    }

    @Test
    void whoeverFollowsARequestSeesItNowAndAfterEachChangeUntilItIsOver() {
        var id = created(REQUESTS, request);

        StepVerifier.create(statuses(id))
                .expectNext("searching")
                .then(() ->
                        post(REQUESTS + "/" + id + "/cancellation", Body.of()).hasStatus(204))
                .expectNext("ended")
                .verifyComplete();
    }

    private Flux<String> statuses(UUID id) {
        return api().get()
                .uri(REQUESTS + "/" + id + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody()
                .map(event ->
                        String.valueOf(Objects.requireNonNull(event.data()).get("status")));
    }

    @Test
    void organisationsOwnSoftwareIsToldOfEachChangeInTheTransactionThatMakesIt() {
        var webhook = "/api/v1/organisations/" + organisation + "/webhook";
        put(webhook, Body.of("url", "https://his.example.org/hooks")).hasStatus(200);
        var id = created(REQUESTS, request);

        post(REQUESTS + "/" + id + "/cancellation", Body.of()).hasStatus(204);

        assertThat(announcements())
                .singleElement()
                .asString()
                .contains("request.changed", id.toString(), "cancelled")
                .doesNotContain("secret");
        delete(webhook).hasStatus(204);
        database().sql("delete from work where kind = 'announcement'").then().block();
    }

    private List<String> announcements() {
        return Objects.requireNonNull(database()
                .sql("select payload::text from work where kind = 'announcement' and payload::text like :organisation")
                .bind("organisation", "%" + organisation + "%")
                .mapValue(String.class)
                .all()
                .collectList()
                .block());
    }

    @Test
    void keyOfAnOrganisationOpensItsOwnRequestsOnly() {
        var key = post(
                        "/api/v1/organisations/" + organisation + "/keys",
                        Body.of("name", "KIS", "scopes", List.of("requests:read", "requests:write")))
                .hasStatus(201)
                .text("key");
        var foreign = created(REQUESTS, anotherOrganisation());

        with(key, "POST", REQUESTS, Body.of("language", "ar"))
                .hasStatus(201)
                .has("organisationId", organisation.toString());
        with(key, "POST", REQUESTS, anotherOrganisation()).rejects("organisationId");
        with(key, "GET", REQUESTS, Body.of()).hasStatus(200).has("$.length()", 1);
        with(key, "GET", REQUESTS + "?organisationId=" + organisation, Body.of())
                .hasStatus(200)
                .has("$.length()", 1);
        with(key, "GET", REQUESTS + "?organisationId=" + UUID.randomUUID(), Body.of())
                .isProblem(404);
        with(key, "GET", REQUESTS + "/" + foreign, Body.of()).isProblem(404);
        with(key, "GET", REQUESTS + "/" + foreign + "/events", Body.of()).isProblem(404);
        with(key, "POST", REQUESTS + "/" + foreign + "/cancellation", Body.of()).isProblem(404);
        with(key, "POST", REQUESTS + "/" + foreign + "/repetition", Body.of()).isProblem(404);
    }

    @Test
    void requestThatIsSentAgainWithItsIdempotencyKeyIsOne() {
        var first = again().hasStatus(201);

        again().hasStatus(201).has("id", first.text("id"));

        get(REQUESTS + "?organisationId=" + organisation).has("$.length()", 1);
    }

    private Answer again() {
        return Answer.to(api().post()
                .uri(REQUESTS)
                .header("Idempotency-Key", "\"" + organisation + "\"")
                .bodyValue(request.fields()));
    }

    private Answer with(String key, String method, String path, Body body) {
        var asked = anonymous()
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + key);
        return Answer.to("GET".equals(method) ? asked : asked.bodyValue(body.fields()));
    }

    private Body anotherOrganisation() {
        var another = created(
                "/api/v1/organisations",
                Bodies.practice(UUID.fromString(
                                get("/api/v1/organisations/" + organisation).text("districtId")))
                        .with("name", "Amt")
                        .with("kind", "authority"));
        return Body.of("organisationId", another, "language", "ar");
    }

    @Test
    void sentTwiceAtTheSameInstantItIsOneRequest() {
        var id = UUID.randomUUID();
        var asked = new InterpreterRequest.Asked(
                new OrganisationId(organisation), null, new Language("ar"), null, null, false, false, null, null);

        var submissions = Flux.range(0, 8)
                .flatMap(n -> desk.submit(id, asked), 8)
                .cast(Submission.Taken.class)
                .map(taken -> taken.request().call())
                .collectList()
                .block();

        assertThat(new HashSet<>(Objects.requireNonNull(submissions))).hasSize(1);
        get(REQUESTS + "?organisationId=" + organisation).has("$.length()", 1);
        post(REQUESTS + "/" + id + "/cancellation", Body.of()).hasStatus(204);
    }

    @Test
    void ofColleaguesWhoAskForTheSameAtTheSameInstantOneIsServedAndTheOthersAreToldOfHer() {
        var asked = new InterpreterRequest.Asked(
                new OrganisationId(organisation), null, new Language("ar"), null, null, false, false, null, null);

        var submissions = Objects.requireNonNull(Flux.range(0, 8)
                .flatMap(n -> desk.submitUnlessOneWaits(UUID.randomUUID(), asked), 8)
                .collectList()
                .block());

        var taken = submissions.stream()
                .filter(Submission.Taken.class::isInstance)
                .map(Submission.Taken.class::cast)
                .toList();
        assertThat(taken).hasSize(1);
        var id = taken.getFirst().request().id();
        assertThat(submissions)
                .filteredOn(Submission.OneWaits.class::isInstance)
                .hasSize(7)
                .allSatisfy(other ->
                        assertThat(((Submission.OneWaits) other).request().id()).isEqualTo(id));
        post(REQUESTS + "/" + id + "/cancellation", Body.of()).hasStatus(204);
    }
}
