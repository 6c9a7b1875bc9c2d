package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** An organisation's own system is set, tried out and looked at over the REST API. */
class WebhooksApiIT extends OwnSystemIT {

    @Autowired
    private AttemptLog log;

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

    private Answer test() {
        return Answer.to(api().post().uri(path() + "/test")).hasStatus(200);
    }
}
