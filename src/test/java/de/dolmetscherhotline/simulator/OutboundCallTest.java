package de.dolmetscherhotline.simulator;

import static de.dolmetscherhotline.simulator.World.LINE;
import static de.dolmetscherhotline.simulator.World.MARIA;
import static de.dolmetscherhotline.simulator.World.OLEG;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundCallTest {

    private final World world = new World(1);

    @BeforeEach
    void anOffer() {
        world.app.answers("/offer", "<Gather action=\"/answer\" timeout=\"30\"><Say>Annehmen?</Say></Gather>");
    }

    @AfterEach
    void close() {
        world.onlyKnownNames();
        world.everythingSigned();
        world.close();
    }

    private String status(String call) {
        return world.get("Calls/" + call + ".json").text("status");
    }

    @Test
    void oneCallPerSecondIsStartedAndTheRestWaits() {
        var first = world.offer(MARIA);
        var second = world.offer(OLEG);
        assertThat(status(first)).isEqualTo("queued");
        world.run();
        assertThat(status(first)).isEqualTo("ringing");
        assertThat(status(second)).isEqualTo("queued");
        world.passSeconds(1);
        assertThat(status(second)).isEqualTo("ringing");
        assertThat(world.get("Calls/" + second + ".json").text("queue_time")).isEqualTo("1000");
    }

    @Test
    void aCallCancelledWhileQueuedSendsNoCallback() {
        world.offer(MARIA);
        var queued = world.offer(OLEG);
        world.run();
        world.post("Calls/" + queued + ".json", "Status", "canceled");
        world.passSeconds(5);
        assertThat(status(queued)).isEqualTo("canceled");
        assertThat(world.states(queued)).isEmpty();
        assertThat(world.phone(OLEG).heard()).isEmpty();
    }

    @Test
    void cancellingLeavesAnAnsweredCallAlone() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        var call = world.offer(MARIA);
        world.passSeconds(2);
        assertThat(world.post("Calls/" + call + ".json", "Status", "canceled").text("status"))
                .isEqualTo("in-progress");
        assertThat(world.post("Calls/" + call + ".json", "Status", "completed").text("status"))
                .isEqualTo("completed");
        world.run();
        assertThat(world.states(call)).endsWith("in-progress", "completed");
    }

    @Test
    void aFinishedCallCannotBeChanged() {
        var call = world.offer(MARIA);
        world.run();
        world.post("Calls/" + call + ".json", "Status", "completed");
        var again = world.post("Calls/" + call + ".json", "Status", "canceled");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.code()).isEqualTo(21220);
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void aRingingCallCannotBeRedirected() {
        var call = world.offer(MARIA);
        world.run();
        assertThat(world.post("Calls/" + call + ".json", "Url", world.url("/offer"))
                        .code())
                .isEqualTo(21220);
    }

    @Test
    void aCallEndsWhenItsTimeIsOver() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        var call = world.post("Calls.json", "To", MARIA, "From", LINE, "Url", world.url("/offer"), "TimeLimit", "10")
                .text("sid");
        world.passSeconds(10);
        assertThat(status(call)).isEqualTo("in-progress");
        world.passSeconds(1);
        assertThat(status(call)).isEqualTo("completed");
        assertThat(world.get("Calls/" + call + ".json").text("duration")).isEqualTo("10");
    }

    @Test
    void aPersonMayDeclineByHangingUpWhileItRings() {
        var call = world.offer(MARIA);
        world.run();
        assertThat(world.phone(MARIA).ringingFrom()).contains(LINE);
        world.phone(MARIA).hangUp();
        world.run();
        assertThat(status(call)).isEqualTo("busy");
    }

    @Test
    void aTelephoneInUseIsBusy() {
        world.app.answers("/voice", "<Pause length=\"60\"/>");
        world.phone(MARIA).dial(LINE);
        world.run();
        var call = world.offer(MARIA);
        world.passSeconds(2);
        assertThat(status(call)).isEqualTo("busy");
    }

    @Test
    void anInlineDocumentNeedsNoRequest() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        world.post("Calls.json", "To", MARIA, "From", LINE, "Twiml", "<Response><Say>Hallo</Say></Response>");
        world.passSeconds(3);
        assertThat(world.said(MARIA)).containsExactly("Hallo");
        assertThat(world.exchanges(Exchange.Kind.VOICE)).isEmpty();
    }

    @Test
    void aVoicemailHangsUpByItself() {
        world.app.answers("/offer", "<Pause length=\"300\"/>");
        world.phone(MARIA).behaves(Behaviour.voicemail());
        var call = world.offer(MARIA);
        world.passSeconds(44);
        assertThat(status(call)).isEqualTo("in-progress");
        world.passSeconds(1);
        assertThat(status(call)).isEqualTo("completed");
    }

    @Test
    void callsCanBeFoundByWhereTheyWentAndWhen() {
        world.offer(MARIA);
        world.offer(OLEG);
        assertThat(world.get("Calls.json?To=%2B" + MARIA.substring(1)).json().path("calls"))
                .hasSize(1);
        assertThat(world.get("Calls.json?Status=queued&StartTime%3E=2026-11-23")
                        .json()
                        .path("calls"))
                .hasSize(2);
        assertThat(world.get("Calls.json?StartTime%3E=2026-11-24").json().path("calls"))
                .isEmpty();
    }
}
