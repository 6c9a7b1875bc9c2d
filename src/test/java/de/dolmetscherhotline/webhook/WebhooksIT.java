package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.webhook.OwnSystem.Told;
import de.dolmetscherhotline.work.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An organisation's own system is told what happens, whatever becomes of it meanwhile. */
class WebhooksIT extends HotlineIT {

    private static final String ORGANISATIONS = "/api/v1/organisations";
    private static final int AT_ONCE = 12;
    private static final String TYPE = "request.connected";

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private Receivers receivers;

    @Autowired
    private AttemptLog log;

    @Autowired
    private Worker worker;

    @Autowired
    private TransactionalOperator transaction;

    private final OwnSystem system = OwnSystem.start();
    private OrganisationId organisation = OrganisationId.random();

    @BeforeEach
    void anOrganisation() {
        organisation = organisation();
    }

    @AfterEach
    void close() {
        system.close();
        delete(path());
        worker.drain().block();
    }

    @Test
    void announcementArrivesSigned() {
        var secret = set(system.url()).text("secret");
        announce();

        drain();

        var told = onlyOne();
        told.isSignedWith(secret);
        assertThat(told.timestamp()).isEqualTo(Long.toString(now().getEpochSecond()));
        assertThat(told.contentType()).isEqualTo("application/json");
        assertThat(JsonPath.<String>read(told.body(), "$.id")).isEqualTo(told.id());
        assertThat(JsonPath.<String>read(told.body(), "$.type")).isEqualTo(TYPE);
        assertThat(Instant.parse(JsonPath.read(told.body(), "$.timestamp"))).isEqualTo(now());
        assertThat(JsonPath.<String>read(told.body(), "$.data.request")).isEqualTo("4711");
        get(path()).has("state", "working").has("failingSince", null).has("givenUp", 0);
        assertThat(get(path()).text("lastSuccessAt"))
                .startsWith(now().toString().substring(0, 19));
        drain();
        assertThat(system.told()).hasSize(1);
    }

    @Test
    void nothingIsOrderedForWhoHasNoSystem() {
        announce();

        assertThat(waiting()).isZero();
    }

    @Test
    void announcementIsPartOfTheTransaction() {
        set(system.url());

        assertThatThrownBy(() -> webhooks.announce(organisation, TYPE, Map.of())
                        .then(Mono.error(() -> new IllegalStateException("rolled back")))
                        .as(transaction::transactional)
                        .block())
                .hasMessage("rolled back");

        assertThat(waiting()).isZero();
        drain();
        assertThat(system.told()).isEmpty();
    }

    @Test
    void whatDoesNotArriveIsToldAgainUnderTheSameId() {
        var secret = set(system.url()).text("secret");
        system.answers(500, 429, 503);
        announce();

        drain();
        get(path()).has("state", "failing").has("lastFailure", "status_500");
        pass(Duration.ofSeconds(4));
        drain();
        assertThat(system.told()).hasSize(1);
        pass(Duration.ofSeconds(1));
        drain();
        get(path()).has("state", "failing").has("lastFailure", "status_429");
        pass(Duration.ofSeconds(10));
        drain();
        get(path()).has("state", "failing").has("lastFailure", "status_503");
        pass(Duration.ofSeconds(20));
        drain();

        assertThat(system.told()).hasSize(4).allSatisfy(told -> told.isSignedWith(secret));
        assertThat(system.told())
                .extracting(Told::id)
                .containsOnly(system.told().getFirst().id());
        assertThat(system.told())
                .extracting(Told::body)
                .containsOnly(system.told().getFirst().body());
        assertThat(system.told()).extracting(Told::timestamp).doesNotHaveDuplicates();
        get(path()).has("state", "working").has("failingSince", null).has("lastFailure", null);
        assertThat(waiting()).isZero();
    }

    @Test
    void ofAReceiverThatFailsOnlyOneAnnouncementIsTriedAtATime() {
        set(system.url());
        system.answersAlways(503);
        announce();
        drain();
        for (int n = 0; n < 8; n++) {
            announce();
        }
        drain();
        assertThat(system.told()).as("it rests").hasSize(1);

        pass(Duration.ofSeconds(5));
        drain();
        assertThat(system.told()).hasSize(2);
        pass(Duration.ofSeconds(4));
        drain();
        assertThat(system.told()).hasSize(2);

        system.answersAlways(204);
        for (int n = 0; n < 40 && waiting() > 0; n++) {
            pass(Duration.ofSeconds(5));
            drain();
        }
        assertThat(system.told().stream().map(Told::id).distinct()).hasSize(9);
        assertThat(system.told()).hasSize(11);
    }

    @Test
    void deadReceiverDoesNotKeepOthersWaiting() {
        set(system.url());
        system.answersAlways(503);
        for (int n = 0; n < 30; n++) {
            announce();
        }
        var other = organisation();
        try (var alive = OwnSystem.start()) {
            put(path(other), Body.of("url", alive.url())).hasStatus(200);
            webhooks.announce(other, TYPE, Map.of()).block();

            drain();

            assertThat(alive.told()).hasSize(1);
            assertThat(system.told()).as("what was begun at once").hasSizeLessThanOrEqualTo(AT_ONCE);
        }
    }

    @Test
    void oneThatIsNotTakenDoesNotHoldUpTheNext() {
        set(system.url());
        system.answers(400);
        announce();
        drain();
        get(path()).has("state", "failing").has("lastFailure", "status_400");

        announce();
        drain();

        assertThat(system.told()).hasSize(2);
        get(path()).has("state", "working");
        pass(Duration.ofSeconds(5));
        drain();
        assertThat(system.told()).hasSize(3);
        assertThat(system.told().get(2).id()).isEqualTo(system.told().get(0).id());
    }

    @Test
    void afterADayItIsGivenUpVisibly() {
        set(system.url());
        system.answersAlways(500);
        announce();
        drain();

        pass(Patience.LONGEST);
        drain();

        assertThat(system.told()).hasSize(2);
        assertThat(waiting()).isZero();
        get(path()).has("state", "failing").has("givenUp", 1);
        assertThat(get(path()).text("givenUpAt")).isNotBlank();
        assertThat(Answer.to(anonymous().get().uri("/actuator/prometheus")).body())
                .contains("hotline_announcements_total{result=\"given_up\"}");
    }

    @Test
    void whatIsTooOldIsGivenUpAlsoWhileTheReceiverRests() {
        set(system.url());
        system.answersAlways(500);
        announce();
        announce();
        drain();
        pass(Patience.LONGEST);

        drain();
        pass(Duration.ofSeconds(10));
        drain();

        assertThat(waiting()).isZero();
        get(path()).has("givenUp", 2);
    }

    @Test
    void whoAnswersGoneIsToldNothingAnyMoreUntilItIsSetAnew() {
        set(system.url());
        system.answers(410);
        announce();
        announce();
        drain();
        pass(Duration.ofSeconds(10));
        drain();
        var told = system.told().size();
        assertThat(told).isLessThanOrEqualTo(2);
        get(path()).has("state", "switched_off");
        assertThat(get(path()).text("disabledAt")).isNotBlank();

        announce();
        assertThat(waiting()).isZero();
        Answer.to(api().post().uri(path() + "/test")).isProblem(409);
        assertThat(system.told()).hasSize(told);

        set(system.url());
        get(path()).has("state", "working").has("disabledAt", null);
        announce();
        drain();
        assertThat(system.told()).hasSize(told + 1);
    }

    @Test
    void testSaysWhatCameOfIt() {
        var secret = set(system.url()).text("secret");
        test().has("delivered", true).has("result", "delivered");
        assertThat(JsonPath.<String>read(onlyOne().isSignedWith(secret).body(), "$.type"))
                .isEqualTo("ping");

        system.answersAlways(401);
        test().has("delivered", false).has("result", "status_401");
        get(path()).has("state", "failing").has("lastFailure", "status_401");
        set("http://127.0.0.1:1/");
        test().has("delivered", false).has("result", "unreachable");
    }

    @Test
    void secretIsShownOnceAndAnotherOneEachTime() {
        var first = set(system.url()).has("url", system.url()).text("secret");
        var second = set(system.url()).text("secret");

        assertThat(second).isNotEqualTo(first);
        assertThat(get(path()).hasStatus(200).has("url", system.url()).body())
                .doesNotContain(second, "whsec_", "secret");
        assertThat(database()
                        .sql("select to_jsonb(w)::text from webhook w where organisation_id = :id")
                        .bind("id", organisation.value())
                        .mapValue(String.class)
                        .one()
                        .block())
                .doesNotContain(second.substring(6), "whsec_")
                .containsPattern("\"secret_cipher\": \"1\\.test\\.[\\w-]{80,}\"");
        announce();
        drain();
        onlyOne().isSignedWith(second);
    }

    @Test
    void whatBecomesOfAnAttemptUnderAnEarlierAddressIsNotHeldAgainstTheNewOne() {
        set(system.url());
        var before = Objects.requireNonNull(receivers.find(organisation).block());
        set(system.url());

        receivers.noteFailure(before, now(), "status_500", now().plusSeconds(5)).block();
        receivers.noteGivenUp(before, now()).block();
        receivers.noteSuccess(before, now()).block();
        receivers.switchOff(before, now()).block();

        get(path()).has("state", "working").has("givenUp", 0).has("lastSuccessAt", null);
    }

    @Test
    void whoIsRemovedIsToldNothingAnyMore() {
        set(system.url());
        announce();
        delete(path()).hasStatus(204);
        drain();
        assertThat(waiting()).isZero();

        set(system.url());
        announce();
        delete(ORGANISATIONS + "/" + organisation).hasStatus(204);
        drain();
        assertThat(waiting()).isZero();
        assertThat(system.told()).isEmpty();
        get(path()).isProblem(404);
    }

    @Test
    void onlyAddressesThatMayBeReachableAreTaken() {
        put(path(), Body.of("url", "https://192.168.1.1/hooks")).rejects("url");
        put(path(), Body.of("url", "http://example.org/hooks")).rejects("url");
        put(path(), Body.of("url", "https://user:password@example.org/")).rejects("url");
        put(path(), Body.of("url", null)).rejects("url");
        put(path(), Body.of("url", "https://example.org/" + "x".repeat(2000))).rejects("url");
        put(path(), Body.of("url", "https://example.org/hooks", "secret", "mine"))
                .isProblem(400);
        get(path()).isProblem(404);
    }

    @Test
    void nobodyWithoutAWebhookOrAnOrganisationIsThere() {
        get(path()).isProblem(404);
        delete(path()).isProblem(404);
        Answer.to(api().post().uri(path() + "/test")).isProblem(404);
        put(path(OrganisationId.random()), Body.of("url", system.url())).isProblem(404);
        Answer.to(anonymous().get().uri(path())).isProblem(401);
        Answer.to(anonymous().post().uri(path() + "/test")).isProblem(401);
    }

    @Test
    void eachAttemptIsListedNewestFirstUntilItIsSetAnewOrOldEnough() {
        set(system.url());
        get(path() + "/deliveries").hasHeader("X-Total-Count", "0");
        system.answers(503);
        announce();
        drain();
        pass(Duration.ofSeconds(5));
        drain();

        var told = system.told().getFirst();
        get(path() + "/deliveries")
                .hasHeader("X-Total-Count", "2")
                .has("[0].result", "delivered")
                .has("[0].type", TYPE)
                .has("[0].id", told.id())
                .has("[1].result", "status_503")
                .has("[1].id", told.id());
        get(path() + "/deliveries?page=1&size=1").has("$.length()", 1).has("[0].result", "status_503");

        log.eraseOld(now().plus(Duration.ofDays(30)).minusSeconds(5)).block();
        get(path() + "/deliveries").hasHeader("X-Total-Count", "1").has("[0].result", "delivered");
        set(system.url());
        get(path() + "/deliveries").hasHeader("X-Total-Count", "0");
        delete(path());
        get(path() + "/deliveries").isProblem(404);
    }

    @Test
    void organisationSetsAndWatchesItsOwnSystemWithItsKey() {
        String key = post(
                        ORGANISATIONS + "/" + organisation + "/keys",
                        Body.of("name", "KIS", "scopes", List.of("webhooks:read", "webhooks:write")))
                .hasStatus(201)
                .text("key");
        var own = anonymous()
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                .build();
        var url = Body.of("url", system.url()).fields();

        var secret =
                Answer.to(own.put().uri(path()).bodyValue(url)).hasStatus(200).text("secret");
        Answer.to(own.post().uri(path() + "/test")).hasStatus(200).has("delivered", true);
        onlyOne().isSignedWith(secret);
        Answer.to(own.get().uri(path() + "/deliveries")).hasStatus(200).has("[0].type", "ping");

        var other = path(organisation());
        Answer.to(own.put().uri(other).bodyValue(url)).isProblem(403);
        Answer.to(own.get().uri(other)).isProblem(403);
        Answer.to(own.get().uri(other + "/deliveries")).isProblem(403);
        Answer.to(own.delete().uri(other)).isProblem(403);
        Answer.to(own.delete().uri(path())).hasStatus(204);
    }

    private Answer set(String url) {
        return put(path(), Body.of("url", url)).hasStatus(200);
    }

    private Answer test() {
        return Answer.to(api().post().uri(path() + "/test")).hasStatus(200);
    }

    private void announce() {
        webhooks.announce(organisation, TYPE, Map.of("request", "4711")).block();
    }

    private void drain() {
        worker.drain().block();
    }

    private Told onlyOne() {
        assertThat(system.told()).hasSize(1);
        return system.told().getFirst();
    }

    private long waiting() {
        return Objects.requireNonNull(database()
                .sql("select count(*) from work where kind = 'announcement' and payload->>'organisation' = :id")
                .bind("id", organisation.toString())
                .mapValue(Long.class)
                .one()
                .block());
    }

    private String path() {
        return path(organisation);
    }

    private static String path(OrganisationId organisation) {
        return ORGANISATIONS + "/" + organisation + "/webhook";
    }

    private OrganisationId organisation() {
        UUID id = created(ORGANISATIONS, Body.of("districtId", district(), "name", "Klinikum", "kind", "hospital"));
        return new OrganisationId(id);
    }

    private static Instant now() {
        return TestTelephony.CLOCK.instant();
    }

    private static void pass(Duration time) {
        TestTelephony.CLOCK.pass(time);
    }
}
