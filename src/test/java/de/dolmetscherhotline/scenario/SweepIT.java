package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the network did not tell us, or we failed to do, is put right by the next sweep. */
class SweepIT extends PhoneScriptIT {

    private static final Duration SWEEP = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(15);

    @Autowired
    private MeterRegistry metrics;

    private double repairsBefore;

    @BeforeEach
    void countFromHere() {
        repairsBefore = repairs();
    }

    @Test
    void lostHangUpOfAWaitingCallerIsNoticedWithinASweep() {
        var doctor = waitsBecauseAllAreTalking();
        NETWORK.interfere(Mishap.everyWebhook(Delivery.lost()));
        doctor.hangsUp();
        NETWORK.interfere(Interference.NONE);
        withoutDeadlines();

        pass(SWEEP.plus(GRACE));

        sessions().latestHas("outcome", "abandoned_waiting");
        assertThat(repairs("caller_gone")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void lostEndOfAnInterpretersLegFreesHer() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        amina.picksUp();
        NETWORK.interfere(Mishap.everyWebhook(Delivery.lost()));
        amina.hangsUp();
        NETWORK.interfere(Interference.NONE);
        withoutDeadlines();
        amina.isReserved();

        pass(SWEEP.plus(GRACE));

        amina.isFree();
        assertThat(sessions().fatesOf(amina)).containsExactly("no_key");
        assertThat(repairs("interpreter_gone")).isGreaterThanOrEqualTo(1);
        doctor.hangsUp();
    }

    @Test
    void legThatTheNetworkStillHasAlthoughItsOfferIsClosedIsHungUp() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        amina.isRinging();
        sql("update offer set fate = 'withdrawn', closed_at = offered_at - interval '1 minute' where "
                + ofThisScript());

        sweepNow();

        amina.isIdle();
        assertThat(repairs("leg_left_over")).isGreaterThanOrEqualTo(1);
        doctor.hangsUp();
    }

    @Test
    void legThatTheNetworkStillHasAlthoughTheCallIsOverIsHungUp() {
        var doctor = practice().dials(line);
        sql("update call set ended_at = dialled_at, outcome = 'failed', state_name = 'Ended',"
                + " state = '{\"is\":\"Ended\",\"outcome\":\"failed\","
                + "\"offers\":{\"all\":[],\"waves\":0,\"searches\":0,\"earlier\":0}}' where dialled_at >= '"
                + began() + "'");
        CLOCK.pass(GRACE);

        sweepNow();

        doctor.isIdle();
        assertThat(repairs("leg_left_over")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void nothingIsRepairedWhenAllIsWell() {
        var amina = interpreter("ar");
        interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        var waiting = practice().dials(line).presses("1");
        pass(Duration.ofMinutes(2));
        waiting.hangsUp();
        pass(Duration.ofMinutes(3));
        doctor.talksWith(amina);
        doctor.hangsUp();
        pass(Duration.ofMinutes(2));

        assertThat(lists()).as("the network was asked").isGreaterThanOrEqualTo(5);
        assertThat(repairs() - repairsBefore).isZero();
    }

    @Test
    void errorsOfTheNetworkChangeNothing() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        NETWORK.interfere(listsAndLooksFail());

        pass(Duration.ofMinutes(3));

        doctor.talksWith(amina);
        assertThat(repairs() - repairsBefore).isZero();
    }

    @Test
    void deadlineThatWasGivenUpIsKeptAfterAll() {
        var doctor = waitsBecauseAllAreTalking();
        sql("update work set given_up_at = '" + CLOCK.instant() + "' where kind = 'timer' and " + ofThisScript());

        pass(Duration.ofMinutes(5));

        doctor.heard("niemand").isIdle();
        sessions().latestHas("outcome", "nobody_answered");
        assertThat(repairs("work_revived")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void callThatLostAllItsDeadlinesStillComesToItsEnd() {
        var doctor = waitsBecauseAllAreTalking();
        withoutDeadlines();

        pass(Duration.ofMinutes(5));

        doctor.heard("niemand").isIdle();
        sessions().latestHas("outcome", "nobody_answered");
        assertThat(repairs("deadlines_set_again")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void conversationThatLostItsDeadlinesGoesOnAndIsWatchedAgain() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        withoutDeadlines();

        pass(Duration.ofMinutes(10));

        doctor.talksWith(amina);
        assertThat(rows("select 1 from work where kind = 'timer' and payload ->> 'is' = 'RoomCheckDue'"
                        + " and created_at >= :began"))
                .isNotEmpty();
    }

    @Test
    void withNothingToCompareTheNetworkIsNotAsked() {
        CLOCK.pass(Duration.ofHours(5));
        settle();
        var before = lists();

        pass(Duration.ofMinutes(10));

        assertThat(lists()).isEqualTo(before);
    }

    /** As long as the others talk, only patience ends this. */
    private Person waitsBecauseAllAreTalking() {
        var amina = interpreter("ar");
        talk(practice(), "1", amina);
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        doctor.heard("Wir suchen");
        return doctor;
    }

    /** Only the sweep can help now. */
    private void withoutDeadlines() {
        sql("delete from work where kind = 'timer' and " + ofThisScript());
    }

    private void sweepNow() {
        sql("update work set due_at = '" + CLOCK.instant() + "' where kind = 'sweep'");
        settle();
    }

    private String ofThisScript() {
        return "call_id in (select id from call where dialled_at >= '" + began() + "')";
    }

    private long lists() {
        return exchanges(Kind.REST).stream()
                .filter(request ->
                        request.method().equals("GET") && request.url().contains("/Calls.json"))
                .count();
    }

    private static Interference listsAndLooksFail() {
        return new Interference() {
            @Override
            public RestFate onRest(String method, String path, Map<String, String> params) {
                return method.equals("GET") && path.contains("Calls") ? RestFate.FAILS_BEFORE_EFFECT : RestFate.PROCESS;
            }
        };
    }

    private double repairs() {
        return metrics.find("hotline.sweep.repairs").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private double repairs(String kind) {
        return metrics.get("hotline.sweep.repairs").tag("kind", kind).counter().count();
    }

    private void sql(String statement) {
        database().sql(statement).then().block();
    }
}
