package de.dolmetscherhotline.simulator;

import static de.dolmetscherhotline.simulator.World.CALLER;
import static de.dolmetscherhotline.simulator.World.LINE;
import static de.dolmetscherhotline.simulator.World.MARIA;
import static de.dolmetscherhotline.simulator.World.OLEG;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A leg that dials other telephones (contract §4, §3.2). */
class DialNumberTest {

    private static final String NUMBER = "<Number statusCallback=\"/child\""
            + " statusCallbackEvent=\"initiated ringing answered completed\">" + MARIA + "</Number>";

    private final World world = new World(1);

    @AfterEach
    void close() {
        world.onlyKnownNames();
        world.everythingSigned();
        world.close();
    }

    private void dial(String attributes, String numbers) {
        world.app
                .answers("/voice", "<Dial action=\"/after\" timeout=\"20\" " + attributes + ">" + numbers + "</Dial>")
                .answers("/after", "<Say language=\"de-DE\">Danach</Say>");
        world.caller().dial(LINE);
        world.run();
    }

    private Map<String, String> action() {
        return world.exchanges(Exchange.Kind.DIAL_ACTION).getLast().params();
    }

    private String child() {
        return world.phone(MARIA).callSid().orElseThrow();
    }

    @Test
    void bothTalkWithEachOtherUntilOneHangsUp() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(3)));
        dial("callerId=\"" + LINE + "\"", NUMBER);
        assertThat(world.phone(MARIA).ringingFrom()).contains(LINE);
        var child = child();
        world.passSeconds(3);
        assertThat(world.caller().talkingWith()).containsExactly(MARIA);
        assertThat(world.phone(MARIA).talkingWith()).containsExactly(CALLER);
        assertThat(world.caller().state()).isEqualTo(Phone.State.IN_CONFERENCE);

        world.passSeconds(60);
        world.phone(MARIA).hangUp();
        world.passSeconds(3);

        assertThat(action())
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialCallSid", child)
                .containsEntry("DialCallDuration", "60")
                .containsEntry("DialBridged", "true");
        assertThat(world.said(CALLER)).containsExactly("Danach");
        assertThat(world.states(child)).containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void theChildLegNamesItsParent() {
        dial("callerId=\"" + LINE + "\"", NUMBER);
        world.passSeconds(1);
        var parent = world.caller().callSid().orElseThrow();
        assertThat(world.exchanges(Exchange.Kind.CALL_STATUS).getFirst().params())
                .containsEntry("ParentCallSid", parent)
                .containsEntry("Direction", "outbound-dial")
                .containsEntry("From", LINE)
                .containsEntry("To", MARIA);
        var calls = world.get("Calls.json?ParentCallSid=" + parent).json().path("calls");
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).path("parent_call_sid").asString()).isEqualTo(parent);
        assertThat(calls.get(0).path("direction").asString()).isEqualTo("outbound-dial");
    }

    @Test
    void whoDialsAndHangsUpEndsTheOtherLegToo() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        dial("", NUMBER);
        var child = child();
        world.passSeconds(5);
        world.caller().hangUp();
        world.run();
        assertThat(world.states(child)).endsWith("completed");
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.IDLE);
        assertThat(world.exchanges(Exchange.Kind.DIAL_ACTION)).isEmpty();
    }

    @Test
    void whoGivesUpWhileItRingsCancelsTheOtherLeg() {
        dial("", NUMBER);
        var child = child();
        world.caller().hangUp();
        world.run();
        assertThat(world.states(child)).containsExactly("initiated", "ringing", "canceled");
    }

    @ParameterizedTest
    @CsvSource({"busy, busy", "unreachable, failed", "never, no-answer"})
    void whoDoesNotAnswerLeadsToTheAction(String behaviour, String status) {
        world.phone(MARIA)
                .behaves(
                        switch (behaviour) {
                            case "busy" -> Behaviour.busy();
                            case "unreachable" -> Behaviour.unreachable();
                            default -> Behaviour.neverAnswers();
                        });
        dial("", NUMBER);
        world.passSeconds(30);
        assertThat(action())
                .containsEntry("DialCallStatus", status)
                .containsEntry("DialBridged", "false")
                .containsKey("DialCallSid")
                .doesNotContainKey("DialCallDuration");
        assertThat(world.said(CALLER)).containsExactly("Danach");
    }

    @Test
    void itRingsFiveSecondsLongerThanItWasToldTo() {
        dial("", NUMBER);
        world.passSeconds(24);
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.RINGING);
        world.passSeconds(2);
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.IDLE);
    }

    @Test
    void ofSeveralTheFirstToAnswerIsConnectedAndTheOthersAreDropped() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(4)));
        world.phone(OLEG).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(2)));
        dial("", NUMBER + "<Number>" + OLEG + "</Number>");
        var maria = child();
        assertThat(world.phone(OLEG).state()).as("no turn is waited for").isEqualTo(Phone.State.RINGING);
        world.passSeconds(5);
        assertThat(world.caller().talkingWith()).containsExactly(OLEG);
        assertThat(world.states(maria)).endsWith("canceled");
    }

    @Test
    void ifOneIsBusyTheOthersGoOnRinging() {
        world.phone(OLEG).behaves(Behaviour.busy());
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(4)));
        dial("", NUMBER + "<Number>" + OLEG + "</Number>");
        world.passSeconds(5);
        assertThat(world.caller().talkingWith()).containsExactly(MARIA);
    }

    @Test
    void theWhisperIsHeardBeforeBothAreConnected() {
        world.app.answers("/whisper", "<Say language=\"de-DE\">Ein Anruf</Say>");
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        dial("", "<Number url=\"/whisper\">" + MARIA + "</Number>");
        world.pass(Duration.ofMillis(1_500));
        assertThat(world.said(MARIA)).containsExactly("Ein Anruf");
        assertThat(world.caller().talkingWith()).isEmpty();
        world.passSeconds(2);
        assertThat(world.caller().talkingWith()).containsExactly(MARIA);
    }

    @Test
    void whoHangsUpDuringTheWhisperWasNeverConnected() {
        world.app.answers("/whisper", "<Gather action=\"/yes\" numDigits=\"1\"><Say>Eins</Say></Gather><Hangup/>");
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        dial("", "<Number url=\"/whisper\">" + MARIA + "</Number>");
        world.passSeconds(20);
        assertThat(action()).containsEntry("DialBridged", "false");
    }

    @Test
    void nobodyIsDialledDuringTheWhisper() {
        world.app.answers("/whisper", "<Dial><Number>" + OLEG + "</Number></Dial>");
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        dial("", "<Number url=\"/whisper\">" + MARIA + "</Number>");
        world.passSeconds(5);
        assertThat(world.network.violations()).singleElement().asString().contains("13201");
    }

    @Test
    void answeringOnBridgeLeavesTheCallRinging() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(4)));
        dial("answerOnBridge=\"true\"", NUMBER);
        assertThat(world.caller().state()).isEqualTo(Phone.State.DIALLING);
        world.passSeconds(4);
        assertThat(world.caller().talkingWith()).containsExactly(MARIA);
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void theTimeLimitEndsTheConversationButNotTheCall() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        dial("timeLimit=\"30\"", NUMBER);
        world.passSeconds(30);
        assertThat(world.caller().talkingWith()).containsExactly(MARIA);
        world.passSeconds(1);
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.IDLE);
        assertThat(action()).containsEntry("DialCallDuration", "30");
    }

    @Test
    void theStarKeyLeavesTheConversation() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        dial("hangupOnStar=\"true\"", NUMBER);
        world.passSeconds(2);
        world.caller().press("*");
        world.run();
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.IDLE);
        assertThat(action()).containsEntry("DialCallStatus", "completed");
    }

    @Test
    void movingTheLegThatDialledEndsTheOther() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        world.app.answers("/moved", "<Pause length=\"60\"/>");
        dial("", NUMBER);
        world.passSeconds(2);
        world.post("Calls/" + world.caller().callSid().orElseThrow() + ".json", "Url", world.url("/moved"));
        world.run();
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.IDLE);
        assertThat(world.caller().state()).isEqualTo(Phone.State.TALKING);
        assertThat(world.exchanges(Exchange.Kind.DIAL_ACTION)).isEmpty();
    }

    @Test
    void movingTheCalledLegSendsTheOtherToTheAction() {
        world.phone(MARIA).behaves(Behaviour.picksUpSilently(Duration.ofSeconds(1)));
        world.app.answers("/moved", "<Pause length=\"60\"/>");
        dial("", NUMBER);
        world.passSeconds(2);
        world.post("Calls/" + child() + ".json", "Url", world.url("/moved"));
        world.passSeconds(3);
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.TALKING);
        assertThat(world.said(CALLER)).containsExactly("Danach");
    }

    @Test
    void aNumberThatIsNotOursMayNotBePresented() {
        dial("callerId=\"" + OLEG + "\"", NUMBER);
        world.run();
        assertThat(world.network.violations()).singleElement().asString().contains("13214");
        assertThat(action()).containsEntry("DialCallStatus", "failed");
    }

    @Test
    void aNumberThatIsNoneIsNotDialled() {
        dial("", "<Number>0171 3920011</Number>");
        world.run();
        assertThat(world.network.violations()).singleElement().asString().contains("13223");
        assertThat(action()).containsEntry("DialCallStatus", "failed");
    }

    @Test
    void theDialActionAfterHangingUpCanBeSwitchedOn() {
        world.network.dialActionAfterHangUp(true);
        dial("", NUMBER);
        world.caller().hangUp();
        world.run();
        assertThat(action()).containsEntry("DialCallStatus", "canceled").containsEntry("CallStatus", "completed");
    }
}
