package de.dolmetscherhotline.simulator;

import static de.dolmetscherhotline.simulator.World.LINE;
import static de.dolmetscherhotline.simulator.World.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestApiTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void withoutTheRightPasswordNothingIsPossible() {
        var refused = world.postAs(World.SID, "wrong", "Calls.json", "To", MARIA);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo(20003);
        var unauthenticated = World.send(HttpRequest.newBuilder(
                        URI.create(world.server.uri() + "/2010-04-01/Accounts/" + World.SID + "/Calls.json"))
                .build());
        assertThat(unauthenticated.status()).isEqualTo(401);
        assertThat(world.network.violations()).hasSize(2);
    }

    @Test
    void anUnknownParameterIsAViolation() {
        var refused =
                world.post("Calls.json", "To", MARIA, "From", LINE, "Url", world.url("/offer"), "StatusCallBack", "x");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(world.network.violations()).singleElement().asString().contains("StatusCallBack");
    }

    @Test
    void eventsInOneValueAreRefused() {
        var refused = world.post(
                "Calls.json",
                "To",
                MARIA,
                "From",
                LINE,
                "Url",
                world.url("/offer"),
                "StatusCallback",
                world.url("/leg-status"),
                "StatusCallbackEvent",
                "initiated ringing");
        assertThat(refused.code()).isEqualTo(21626);
        assertThat(world.network.violations()).hasSize(1);
    }

    @Test
    void numbersAreChecked() {
        assertThat(world.post("Calls.json", "To", "0171", "From", LINE, "Url", world.url("/offer"))
                        .code())
                .isEqualTo(21211);
        assertThat(world.post("Calls.json", "To", MARIA, "From", MARIA, "Url", world.url("/offer"))
                        .code())
                .isEqualTo(21212);
        world.network.verify(MARIA);
        assertThat(world.post("Calls.json", "To", MARIA, "From", MARIA, "Url", world.url("/offer"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aPlusSignThatWasNotEncodedIsASpace() {
        var refused = World.send(HttpRequest.newBuilder(
                        URI.create(world.server.uri() + "/2010-04-01/Accounts/" + World.SID + "/Calls.json"))
                .header("Authorization", basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("To=" + MARIA + "&From=" + LINE))
                .build());
        assertThat(refused.code()).isEqualTo(21211);
    }

    @Test
    void aPostMustBeAForm() {
        var refused = World.send(HttpRequest.newBuilder(
                        URI.create(world.server.uri() + "/2010-04-01/Accounts/" + World.SID + "/Calls.json"))
                .header("Authorization", basic())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(world.network.violations()).singleElement().asString().contains("not a form");
    }

    private static String basic() {
        var pair = World.SID + ":" + World.TOKEN;
        return "Basic "
                + java.util.Base64.getEncoder().encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void errorsHaveTheVendorsForm() {
        var missing = world.get("Calls/CA00000000000000000000000000000000.json");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.code()).isEqualTo(20404);
        assertThat(missing.json().path("status").asInt()).isEqualTo(404);
        assertThat(missing.text("more_info")).endsWith("20404");
        assertThat(missing.text("message")).isNotEmpty();
    }

    @Test
    void aConferenceNameInThePathIsRefused() {
        assertThat(world.get("Conferences/case-7/Participants.json").code()).isEqualTo(20004);
    }

    @Test
    void aLongInlineDocumentIsRefused() {
        var twiml = "<Response><Say>" + "a".repeat(4_000) + "</Say></Response>";
        assertThat(world.post("Calls.json", "To", MARIA, "From", LINE, "Twiml", twiml)
                        .status())
                .isEqualTo(400);
        assertThat(world.network.violations()).hasSize(1);
    }

    @Test
    void whatIsAcceptedButNotSimulatedIsReported() {
        world.post("Calls.json", "To", MARIA, "From", LINE, "Url", world.url("/offer"), "MachineDetection", "Enable");
        assertThat(world.network.violations()).singleElement().asString().contains("MachineDetection");
    }

    @Test
    void aListComesInPages() {
        for (int call = 0; call < 3; call++) {
            world.offer(MARIA);
        }
        var first = world.get("Calls.json?Status=queued&PageSize=2").json();
        assertThat(first.path("calls")).hasSize(2);
        assertThat(first.path("previous_page_uri").isNull()).isTrue();
        var next = first.path("next_page_uri").asString();
        assertThat(next).contains("Status=queued").contains("PageSize=2").contains("Page=1");
        var second = world.get(next.substring(next.indexOf("Calls.json"))).json();
        assertThat(second.path("calls")).hasSize(1);
        assertThat(second.path("next_page_uri").isNull()).isTrue();
        assertThat(second.path("page").asInt()).isEqualTo(1);
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void roomsAreFoundByStateAndDayAndShowOnlyWhoIsThere() {
        world.app.answers("/voice", World.conference("participantLabel=\"caller\""));
        world.caller().dial(LINE);
        world.run();
        var rooms = world.get("Conferences.json?Status=init&DateCreated%3E=2026-11-23&PageSize=20")
                .json()
                .path("conferences");
        assertThat(rooms).hasSize(1);
        assertThat(world.get("Conferences.json?DateCreated%3C=2026-11-22")
                        .json()
                        .path("conferences"))
                .isEmpty();
        var there = world.get("Conferences/" + rooms.get(0).path("sid").asString() + "/Participants.json")
                .json();
        assertThat(there.path("participants")).hasSize(1);
        assertThat(there.path("page_size").asInt()).isEqualTo(50);
        world.caller().hangUp();
        world.run();
        assertThat(world.get("Conferences.json?Status=completed").json().path("conferences"))
                .hasSize(1);
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void aTelephoneMayBehaveDifferentlyEachTime() {
        var behaviours = new java.util.ArrayDeque<>(java.util.List.of(Behaviour.busy(), Behaviour.manual()));
        world.phone(MARIA).behavesEachTime(behaviours::removeFirst);
        var first = world.offer(MARIA);
        world.passSeconds(5);
        world.offer(MARIA);
        world.passSeconds(5);
        assertThat(world.get("Calls/" + first + ".json").text("status")).isEqualTo("busy");
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.RINGING);
    }
}
