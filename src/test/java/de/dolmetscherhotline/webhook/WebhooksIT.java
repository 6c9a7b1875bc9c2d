package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.webhook.OwnSystem.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An organisation's own system is told what happens, whatever becomes of it meanwhile. */
class WebhooksIT extends OwnSystemIT {

    private static final int AT_ONCE = 12;

    @Autowired
    private Receivers receivers;

    @Autowired
    private TransactionalOperator transaction;

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
}
