package de.dolmetscherhotline.simulator;

import static de.dolmetscherhotline.simulator.World.CALLER;
import static de.dolmetscherhotline.simulator.World.LINE;
import static de.dolmetscherhotline.simulator.World.MARIA;
import static de.dolmetscherhotline.simulator.World.OLEG;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.TelephoneNetwork.Webhooks;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conference rules of contract §4.1. Every number calls a line of its own and so gets a document of its own. */
class ConferenceTest {

    private static final Map<String, String> LINES =
            Map.of(CALLER, "+493023125101", MARIA, "+493023125102", OLEG, "+493023125103");

    private final World world = new World();

    @BeforeEach
    void aLineForEach() {
        LINES.forEach((phone, line) ->
                world.network.own(line, new Webhooks(world.app.url("/join/" + phone.substring(1)), null, null, null)));
        world.app.answers("/after", "<Say>danach</Say>");
    }

    @AfterEach
    void close() {
        world.onlyKnownNames();
        world.everythingSigned();
        world.close();
    }

    private Phone joins(String phone, String attributes) {
        return executes(phone, World.conference(attributes));
    }

    private Phone executes(String phone, String verbs) {
        world.app.answers("/join/" + phone.substring(1), verbs);
        world.phone(phone).dial(LINES.getOrDefault(phone, LINE));
        world.run();
        return world.phone(phone);
    }

    @Test
    void twoWhoMayNotStartOnlyHearMusic() {
        var caller = joins(CALLER, "startConferenceOnEnter=\"false\"");
        var maria = joins(MARIA, "startConferenceOnEnter=\"false\"");
        assertThat(caller.talkingWith()).isEmpty();
        assertThat(maria.state()).isEqualTo(Phone.State.WAITING);
        assertThat(world.roomEvents()).containsExactly("participant-join", "participant-join");
        joins(OLEG, "");
        assertThat(caller.talkingWith()).containsExactlyInAnyOrder(MARIA, OLEG);
    }

    @Test
    void aRoomWithOneParticipantDoesNotStart() {
        assertThat(joins(CALLER, "startConferenceOnEnter=\"true\"").state()).isEqualTo(Phone.State.WAITING);
    }

    @Test
    void oneWhoLeavesWithoutEndingLeavesTheOthersTogether() {
        var caller = joins(CALLER, "");
        var maria = joins(MARIA, "");
        joins(OLEG, "").hangUp();
        world.run();
        assertThat(caller.talkingWith()).containsExactly(MARIA);
        maria.hangUp();
        world.run();
        assertThat(caller.state()).isEqualTo(Phone.State.IN_CONFERENCE);
        assertThat(caller.talkingWith()).isEmpty();
        assertThat(world.roomEvents()).doesNotContain("conference-end");
    }

    @Test
    void withoutActionTheSurvivorContinuesWithTheNextVerb() {
        var dial = "<Dial><Conference endConferenceOnExit=\"true\">case-8</Conference></Dial>";
        executes(CALLER, dial + "<Say>weiter</Say>");
        executes(MARIA, dial).hangUp();
        world.run();
        assertThat(world.said(CALLER)).containsExactly("weiter");
    }

    @Test
    void withoutActionAndWithoutFurtherVerbTheSurvivorIsHungUp() {
        var dial = "<Dial><Conference endConferenceOnExit=\"true\">case-8</Conference></Dial>";
        var caller = executes(CALLER, dial);
        executes(MARIA, dial).hangUp();
        world.run();
        assertThat(caller.state()).isEqualTo(Phone.State.IDLE);
    }

    @Test
    void onlyTheFirstParticipantDecidesWhereTheRoomReports() {
        joins(CALLER, "startConferenceOnEnter=\"false\"");
        executes(
                MARIA,
                "<Dial><Conference statusCallback=\"/other\" statusCallbackEvent=\"start end join leave\">case-7</Conference></Dial>");
        assertThat(world.exchanges(Exchange.Kind.CONFERENCE_STATUS))
                .hasSize(3)
                .allSatisfy(exchange -> assertThat(exchange.url()).endsWith("/room"));
    }

    @Test
    void aSecondParticipantWithTheSameLabelSkipsToItsNextVerb() {
        joins(CALLER, "participantLabel=\"caller\"");
        var maria = executes(
                MARIA, "<Dial><Conference participantLabel=\"caller\">case-7</Conference></Dial><Say>besetzt</Say>");
        assertThat(world.said(MARIA)).containsExactly("besetzt");
        assertThat(maria.state()).isEqualTo(Phone.State.TALKING);
        assertThat(world.network.violations()).singleElement().asString().contains("16025");
    }

    @Test
    void aFullRoomLetsNobodyIn() {
        joins(CALLER, "maxParticipants=\"2\"");
        joins(MARIA, "maxParticipants=\"2\"");
        joins(OLEG, "maxParticipants=\"2\"");
        assertThat(world.caller().talkingWith()).containsExactly(MARIA);
        assertThat(world.network.violations()).singleElement().asString().contains("16020");
    }

    @Test
    void aParticipantRedirectedByRestLeavesTheRoom() {
        var caller = joins(CALLER, "startConferenceOnEnter=\"false\"");
        world.app.answers("/moved", "<Say>anderswo</Say>");
        var sid = caller.callSid().orElseThrow();
        assertThat(world.post("Calls/" + sid + ".json", "Url", world.url("/moved"))
                        .status())
                .isEqualTo(200);
        world.run();
        assertThat(world.said(CALLER)).containsExactly("anderswo");
        assertThat(world.exchanges(Exchange.Kind.DIAL_ACTION)).isEmpty();
        assertThat(world.exchanges(Exchange.Kind.CONFERENCE_STATUS).get(1).params())
                .containsEntry("ReasonParticipantLeft", "participant_updated_via_api");
        assertThat(world.exchanges(Exchange.Kind.CONFERENCE_STATUS).get(2).params())
                .containsEntry("ReasonConferenceEnded", "last-participant-left");
    }

    @Test
    void aRoomEndedByRestSendsEverybodyOn() {
        joins(CALLER, "");
        joins(MARIA, "");
        var room = world.get("Conferences.json?Status=in-progress")
                .json()
                .path("conferences")
                .get(0);
        world.post("Conferences/" + room.path("sid").asString() + ".json", "Status", "completed");
        world.run();
        assertThat(world.said(CALLER)).containsExactly("danach");
        assertThat(world.said(MARIA)).containsExactly("danach");
        assertThat(world.roomEvents().getLast()).isEqualTo("conference-end");
        assertThat(world.exchanges(Exchange.Kind.CONFERENCE_STATUS).getLast().params())
                .containsEntry("ReasonConferenceEnded", "conference-ended-via-api");
    }

    @Test
    void aParticipantRemovedByRestContinuesWithItsDialAction() {
        var caller = joins(CALLER, "");
        joins(MARIA, "");
        var room = world.get("Conferences.json?FriendlyName=case-7")
                .json()
                .path("conferences")
                .get(0);
        var path = "Conferences/" + room.path("sid").asString() + "/Participants/"
                + caller.callSid().orElseThrow() + ".json";
        assertThat(world.get(path).text("status")).isEqualTo("connected");
        assertThat(world.delete(path).status()).isEqualTo(204);
        world.run();
        assertThat(world.said(CALLER)).containsExactly("danach");
        assertThat(world.get(path).code()).isEqualTo(20404);
    }

    @Test
    void aGatherInAWaitingDocumentIsAViolation() {
        world.app.answers("/wait", "<Gather action=\"/keys\"/>");
        joins(CALLER, "waitUrl=\"/wait\"");
        assertThat(world.network.violations()).singleElement().asString().contains("waiting document");
    }

    @Test
    void aFailingWaitingDocumentKeepsTheCallerOutOfTheRoom() {
        world.app.answers("/wait", StubApp.Reply.status(500));
        joins(CALLER, "waitUrl=\"/wait\"");
        assertThat(world.said(CALLER)).containsExactly("danach");
    }

    @Test
    void theTimeLimitOfADialEndsTheStay() {
        executes(CALLER, "<Dial timeLimit=\"60\" action=\"/after\"><Conference>case-7</Conference></Dial>");
        world.passSeconds(59);
        assertThat(world.said(CALLER)).isEmpty();
        world.passSeconds(1);
        assertThat(world.said(CALLER)).containsExactly("danach");
    }

    @Test
    void theStarKeyLeavesTheRoomWhereAllowed() {
        var caller = executes(
                CALLER, "<Dial hangupOnStar=\"true\" action=\"/after\"><Conference>case-7</Conference></Dial>");
        caller.press("1");
        world.run();
        assertThat(world.said(CALLER)).isEmpty();
        caller.press("*");
        world.run();
        assertThat(world.said(CALLER)).containsExactly("danach");
    }

    @Test
    void anAnnouncementIsHeardByEverybody() {
        world.app.answers("/announce", "<Say>noch fünf Minuten</Say>");
        joins(CALLER, "");
        joins(MARIA, "");
        var room = world.get("Conferences.json?FriendlyName=case-7")
                .json()
                .path("conferences")
                .get(0);
        world.post("Conferences/" + room.path("sid").asString() + ".json", "AnnounceUrl", world.url("/announce"));
        world.run();
        assertThat(world.said(CALLER)).containsExactly("noch fünf Minuten");
        assertThat(world.said(MARIA)).containsExactly("noch fünf Minuten");
    }

    @Test
    void whoeverIsOnHoldHearsTheMusicOfTheHoldAndNobodyElseAndIsNotHeard() {
        world.app.answers("/music", "<Say>Musik</Say>");
        var caller = joins(CALLER, "");
        var maria = joins(MARIA, "");
        var oleg = joins(OLEG, "");
        var room = "Conferences/" + roomSid() + "/Participants/";
        var participant = room + oleg.callSid().orElseThrow() + ".json";

        world.post(participant, "Hold", "true", "HoldUrl", world.url("/music"), "HoldMethod", "POST");
        world.run();
        assertThat(oleg.talkingWith()).isEmpty();
        assertThat(oleg.state()).isEqualTo(Phone.State.IN_CONFERENCE);
        assertThat(world.said(OLEG)).containsExactly("Musik");
        assertThat(caller.talkingWith()).containsExactly(MARIA);
        assertThat(maria.talkingWith()).containsExactly(CALLER);

        world.post(participant, "Hold", "false");
        world.run();
        assertThat(oleg.talkingWith()).containsExactlyInAnyOrder(CALLER, MARIA);
        oleg.hangUp();
        world.run();
        assertThat(world.post(participant, "Hold", "true").status()).isEqualTo(404);
    }

    private String roomSid() {
        return world.get("Conferences.json?FriendlyName=case-7")
                .json()
                .path("conferences")
                .get(0)
                .path("sid")
                .asString();
    }
}
