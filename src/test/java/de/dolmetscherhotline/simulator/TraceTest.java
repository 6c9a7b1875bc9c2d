package de.dolmetscherhotline.simulator;

import static de.dolmetscherhotline.simulator.World.CALLER;
import static de.dolmetscherhotline.simulator.World.LINE;
import static de.dolmetscherhotline.simulator.World.MARIA;
import static de.dolmetscherhotline.simulator.World.OLEG;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The event traces of contract §7, from the network's side. */
class TraceTest {

    private final World world = new World(10);

    @BeforeEach
    void aHotline() {
        world.app
                .answers(
                        "/voice",
                        "<Gather action=\"/language\" numDigits=\"1\" actionOnEmptyResult=\"true\"><Say language=\"de-DE\">Sprache?</Say></Gather>")
                .answers(
                        "/language",
                        World.conference(
                                "startConferenceOnEnter=\"false\" endConferenceOnExit=\"true\" waitUrl=\"/wait\""))
                .answers("/wait", "<Say language=\"de-DE\">Bitte warten</Say><Pause length=\"10\"/><Redirect/>")
                .answers(
                        "/offer",
                        "<Gather action=\"/answer\" numDigits=\"1\" timeout=\"8\" actionOnEmptyResult=\"true\"><Say language=\"de-DE\">Eins annehmen</Say></Gather>")
                .answers(
                        "/answer",
                        form -> form.getOrDefault("Digits", "").equals("1")
                                ? StubApp.Reply.twiml(World.conference("endConferenceOnExit=\"true\""))
                                : StubApp.Reply.twiml("<Hangup/>"))
                .answers("/after", "<Say language=\"de-DE\">Bewertung</Say>");
    }

    @AfterEach
    void close() {
        world.onlyKnownNames();
        world.everythingSigned();
        world.close();
    }

    private void callerWaits() {
        world.caller().dial(LINE);
        world.run();
        world.caller().press("4");
        world.run();
        assertThat(world.caller().state()).isEqualTo(Phone.State.WAITING);
    }

    @Test
    void aSuccessfulCallGoesThroughAllItsEvents() {
        world.phone(MARIA).behaves(Behaviour.accepts(Duration.ofSeconds(4)));
        callerWaits();
        var maria = world.offer(MARIA);
        world.passSeconds(4);

        assertThat(world.caller().talkingWith()).containsExactly(MARIA);
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.IN_CONFERENCE);
        assertThat(world.states(maria)).containsExactly("initiated", "ringing", "in-progress");
        assertThat(world.roomEvents()).containsExactly("participant-join", "participant-join", "conference-start");

        world.passSeconds(60);
        world.phone(MARIA).hangUp();
        world.passSeconds(5);

        assertThat(world.states(maria)).containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(world.roomEvents())
                .containsExactly(
                        "participant-join",
                        "participant-join",
                        "conference-start",
                        "participant-leave",
                        "participant-leave",
                        "conference-end");
        assertThat(world.said(CALLER)).containsExactly("Sprache?", "Bitte warten", "Bewertung");
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void theRequestsOfASuccessfulCallCarryTheDocumentedParameters() {
        world.phone(MARIA).behaves(Behaviour.accepts(Duration.ofSeconds(4)));
        callerWaits();
        var maria = world.offer(MARIA);
        world.passSeconds(64);
        world.phone(MARIA).hangUp();
        world.passSeconds(5);

        var voice = world.exchanges(Exchange.Kind.VOICE).getFirst().params();
        assertThat(voice)
                .containsEntry("CallStatus", "ringing")
                .containsEntry("Direction", "inbound")
                .containsEntry("From", CALLER)
                .containsEntry("To", LINE)
                .containsEntry("Called", LINE)
                .containsEntry("ApiVersion", "2010-04-01")
                .containsEntry("AccountSid", World.SID);
        assertThat(world.exchanges(Exchange.Kind.GATHER_ACTION).getFirst().params())
                .containsEntry("CallStatus", "in-progress")
                .containsEntry("Digits", "4");
        assertThat(world.exchanges(Exchange.Kind.DIAL_ACTION))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.params())
                        .containsEntry("DialCallStatus", "answered")
                        .containsEntry("CallSid", voice.get("CallSid"))
                        .doesNotContainKeys("DialCallSid", "DialCallDuration"));

        var callbacks = world.exchanges(Exchange.Kind.CALL_STATUS).stream()
                .map(Exchange::params)
                .filter(params -> maria.equals(params.get("CallSid")))
                .toList();
        assertThat(callbacks).extracting(params -> params.get("SequenceNumber")).containsExactly("0", "1", "2", "3");
        assertThat(callbacks)
                .allSatisfy(params -> assertThat(params)
                        .containsEntry("CallbackSource", "call-progress-events")
                        .containsEntry("Direction", "outbound-api"));
        assertThat(callbacks.getFirst().get("Timestamp")).isEqualTo("Mon, 23 Nov 2026 08:00:00 +0000");
        assertThat(callbacks.getLast()).containsEntry("CallDuration", "60").containsEntry("Duration", "1");
        assertThat(callbacks.getFirst()).doesNotContainKeys("CallDuration", "Duration");

        var room = world.exchanges(Exchange.Kind.CONFERENCE_STATUS).stream()
                .map(Exchange::params)
                .toList();
        assertThat(room).extracting(params -> params.get("FriendlyName")).containsOnly("case-7");
        assertThat(room.get(0))
                .containsEntry("StartConferenceOnEnter", "false")
                .containsEntry("EndConferenceOnExit", "true");
        assertThat(room.get(3)).containsEntry("ReasonParticipantLeft", "participant_hung_up");
        assertThat(room.get(4)).containsEntry("ReasonParticipantLeft", "moderator_ended_conference");
        assertThat(room.get(5))
                .containsEntry("ReasonConferenceEnded", "participant-with-end-conference-on-exit-left")
                .containsEntry("CallSidEndingConference", maria);
        assertThat(world.exchanges(Exchange.Kind.CALL_STATUS).getLast().params())
                .containsEntry("CallSid", voice.get("CallSid"))
                .containsEntry("CallStatus", "completed")
                .containsEntry("SequenceNumber", "0");
    }

    @Test
    void nobodyAnswers() {
        callerWaits();
        var silent = world.offer(MARIA);
        world.passSeconds(24);
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.RINGING);
        world.passSeconds(2);
        assertThat(world.states(silent)).containsExactly("initiated", "ringing", "no-answer");
        assertThat(world.exchanges(Exchange.Kind.CALL_STATUS).getLast().params())
                .containsEntry("SipResponseCode", "487")
                .containsEntry("CallDuration", "0")
                .doesNotContainKey("Duration");
    }

    @Test
    void anEngagedTelephoneIsBusyAndAnUnknownOneFails() {
        world.phone(MARIA).behaves(Behaviour.busy());
        world.phone(OLEG).behaves(Behaviour.unreachable());
        var maria = world.offer(MARIA);
        var oleg = world.offer(OLEG);
        world.passSeconds(3);
        assertThat(world.states(maria)).containsExactly("initiated", "busy");
        assertThat(world.states(oleg)).containsExactly("initiated", "failed");
        assertThat(world.exchanges(Exchange.Kind.CALL_STATUS).getLast().params())
                .containsEntry("SipResponseCode", "404");
    }

    @Test
    void aVoicemailAnswersButNeverPressesAKey() {
        world.phone(MARIA).behaves(Behaviour.voicemail());
        var machine = world.offer(MARIA);
        world.passSeconds(30);
        assertThat(world.exchanges(Exchange.Kind.GATHER_ACTION))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.params()).containsEntry("Digits", ""));
        assertThat(world.states(machine)).containsExactly("initiated", "ringing", "in-progress", "completed");
    }

    @Test
    void twoWhoPressAtTheSameInstantAreAskedAboutAtTheSameTime() {
        var asked = new AtomicInteger();
        var together = new CyclicBarrier(2);
        world.app.answers(
                "/answer",
                form -> meet(together) && asked.incrementAndGet() == 1
                        ? StubApp.Reply.twiml(World.conference("endConferenceOnExit=\"true\""))
                        : StubApp.Reply.twiml("<Say language=\"de-DE\">schon vergeben</Say>"));
        world.phone(MARIA).behaves(Behaviour.accepts(Duration.ofSeconds(4)));
        world.phone(OLEG).behaves(Behaviour.accepts(Duration.ofMillis(3_900)));
        callerWaits();
        world.offer(MARIA);
        world.offer(OLEG);
        world.passSeconds(5);
        assertThat(world.caller().talkingWith()).hasSize(1);
        assertThat(asked).hasValue(2);
    }

    /** Returns only when two requests are being answered. */
    private static boolean meet(CyclicBarrier together) {
        try {
            together.await(5, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("requests do not overlap", alone);
        }
    }

    @Test
    void aCallerWhoGivesUpEndsTheRoom() {
        callerWaits();
        var ringing = world.offer(MARIA);
        world.passSeconds(2);
        world.caller().hangUp();
        world.run();
        assertThat(world.roomEvents()).containsExactly("participant-join", "participant-leave", "conference-end");
        assertThat(world.exchanges(Exchange.Kind.DIAL_ACTION)).isEmpty();
        assertThat(world.post("Calls/" + ringing + ".json", "Status", "canceled")
                        .status())
                .isEqualTo(200);
        world.run();
        assertThat(world.states(ringing)).containsExactly("initiated", "ringing", "canceled");
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.IDLE);
    }

    @Test
    void theDialActionAfterHangingUpCanBeSwitchedOn() {
        world.network.dialActionAfterHangUp(true);
        callerWaits();
        world.caller().hangUp();
        world.run();
        assertThat(world.exchanges(Exchange.Kind.DIAL_ACTION))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.params()).containsEntry("CallStatus", "completed"));
    }

    @Test
    void aWinnerWhoseDocumentFailsNeverJoins() {
        world.app.answers("/answer", StubApp.Reply.status(500));
        world.phone(MARIA).behaves(Behaviour.accepts(Duration.ofSeconds(4)));
        callerWaits();
        var maria = world.offer(MARIA);
        world.passSeconds(5);
        assertThat(world.states(maria)).endsWith("completed");
        assertThat(world.phone(MARIA).heard()).extracting(Heard::kind).contains(Heard.Kind.ERROR);
        assertThat(world.roomEvents()).containsExactly("participant-join");
        assertThat(world.network.violations())
                .anySatisfy(violation -> assertThat(violation).contains("status 500"));
    }

    @Test
    void anInterpreterWhoDropsThrowsTheCallerIntoTheDialAction() {
        world.phone(MARIA).behaves(Behaviour.accepts(Duration.ofSeconds(1)));
        world.app.answers("/after", World.conference("startConferenceOnEnter=\"false\" endConferenceOnExit=\"true\""));
        callerWaits();
        world.offer(MARIA);
        world.passSeconds(10);
        world.phone(MARIA).hangUp();
        world.run();
        assertThat(world.caller().state()).isEqualTo(Phone.State.WAITING);
        assertThat(world.caller().heard()).extracting(Heard::kind).contains(Heard.Kind.MUSIC);
        assertThat(world.roomEvents()).filteredOn("participant-join"::equals).hasSize(3);
    }

    @Test
    void aLostConferenceEndIsStillVisibleThroughTheApi() {
        world.network.interfere(new Interference() {
            @Override
            public Delivery onWebhook(Exchange.Kind kind, java.net.URI url, Map<String, String> params) {
                return "conference-end".equals(params.get("StatusCallbackEvent")) ? Delivery.lost() : Delivery.normal();
            }
        });
        callerWaits();
        var room = world.get("Conferences.json?FriendlyName=case-7")
                .json()
                .path("conferences")
                .get(0);
        assertThat(room.path("status").asString()).isEqualTo("init");
        world.caller().hangUp();
        world.run();
        var sid = room.path("sid").asString();
        assertThat(world.get("Conferences/" + sid + ".json").text("status")).isEqualTo("completed");
        assertThat(world.get("Conferences/" + sid + "/Participants.json").json().path("participants"))
                .isEmpty();
        assertThat(world.app.received())
                .filteredOn(request -> "conference-end".equals(request.form().get("StatusCallbackEvent")))
                .isEmpty();
    }
}
