package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody hangs up: at every moment of a call (contract §7, F5 to F8). */
class HangUpIT extends PhoneScriptIT {

    @Test
    void callerHangsUpWhileAskedForThePin() {
        stranger().dials(line).hangsUp();

        sessions().count(1).latestHas("outcome", "abandoned_choosing");
    }

    @Test
    void callerHangsUpWhileChoosing() {
        var amina = interpreter("ar");
        practice().dials(line).hangsUp();
        seconds(10);

        sessions().count(1).latestHas("outcome", "abandoned_choosing").latestHas("language", null);
        amina.wasNeverDialled();
    }

    @Test
    void callerHangsUpBeforeAnyTelephoneWasDialled() {
        var people = new ArrayList<Person>();
        IntStream.range(0, 4).forEach(i -> people.add(interpreter("ar")));
        var doctor = practice().dials(line);

        atTheSameInstant(() -> {
            doctor.presses("1");
            doctor.hangsUp();
        });
        seconds(20);

        assertThat(ringing(people)).isZero();
        assertThat(reserved()).isEmpty();
        assertThat(sessions().latest("outcome")).isIn("abandoned_choosing", "abandoned_waiting");
    }

    @Test
    void callerHangsUpWhileOneRingsAndOthersAreStillToBeDialled() {
        var people = new ArrayList<Person>();
        IntStream.range(0, 4).forEach(i -> people.add(interpreter("ar")));
        var doctor = practice().dials(line).presses("1");
        assertThat(ringing(people)).isEqualTo(1);
        assertThat(reserved()).hasSize(4);

        doctor.hangsUp();

        assertThat(ringing(people)).isZero();
        seconds(2);
        nobodyIsReserved();
        assertThat(dials()).hasSize(1);
        sessions().latestHas("outcome", "abandoned_waiting");
        assertThat(sessions().fates()).containsOnly("withdrawn").hasSize(4);
        assertThat(people)
                .allSatisfy(person -> assertThat(person.memory().timesAsked()).isZero());
    }

    @Test
    void callerHangsUpWhileALegIsQueuedInTheNetwork() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line);
        anotherApplicationOfTheAccountDials(30);
        doctor.presses("1");
        seconds(1);
        assertThat(dialsTo(amina)).hasSize(1);
        amina.isIdle().isReserved();

        doctor.hangsUp();
        seconds(30);

        amina.isFree();
        assertThat(sessions().fatesOf(amina)).containsExactly("withdrawn");
        assertThat(exchanges(Kind.CALL_STATUS).stream()
                        .filter(status ->
                                amina.phone().number().equals(status.params().get("To"))))
                .isEmpty();
    }

    /** Its dials keep ours waiting in the network's queue. */
    private void anotherApplicationOfTheAccountDials(int times) {
        try (var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < times; i++) {
                var number = Numbers.landline();
                NETWORK.phone(number).behaves(Behaviour.unreachable());
                assertThat(http.send(order(number), BodyHandlers.ofString()).statusCode())
                        .isEqualTo(201);
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest order(String number) {
        var pair = TestTelephony.ACCOUNT_SID + ":" + TestTelephony.AUTH_TOKEN;
        return HttpRequest.newBuilder(URI.create(
                        TestTelephony.apiUrl() + "/2010-04-01/Accounts/" + TestTelephony.ACCOUNT_SID + "/Calls.json"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("To=" + encoded(number) + "&From=" + encoded(line) + "&Url="
                        + encoded("https://other.example.org/")))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void callerHangsUpWhileTelephonesRingAndSomebodyListens() {
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        amina.picksUp();
        basma.isRinging();

        doctor.hangsUp();

        basma.isIdle().isFree();
        amina.hears("Der Anruf hat sich erledigt");
        seconds(10);
        amina.isIdle().isFree();
        sessions().latestHas("outcome", "abandoned_waiting").latestHas("interpreterId", null);
        assertThat(sessions().fates()).containsExactly("withdrawn", "withdrawn");
    }

    @Test
    void whoeverPressesOneInTheInstantTheCallerHangsUpHearsThatItIsSettled() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        amina.picksUp();
        seconds(2);

        atTheSameInstant(() -> {
            doctor.hangsUp();
            amina.presses("1");
        });
        seconds(3);

        amina.heard("Der Anruf hat sich erledigt").talksWithNobody();
        seconds(10);
        amina.isIdle().isFree();
        sessions().latestHas("outcome", "abandoned_waiting");
    }

    @Test
    void whoeverPicksUpInTheInstantTheCallerHangsUpHearsThatItIsSettled() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);

        atTheSameInstant(() -> {
            amina.picksUp();
            doctor.hangsUp();
        });

        amina.heard("Der Anruf hat sich erledigt");
        seconds(10);
        amina.isIdle().isFree();
    }

    @Test
    void callerHangsUpWhileBothAreBeingConnected() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        amina.accepts().hears("Sie werden verbunden");

        doctor.hangsUp();
        seconds(15);

        amina.heard("Der Anruf hat sich erledigt").isIdle().isFree();
        sessions().latestHas("outcome", "abandoned_waiting").latestHas("connectedAt", null);
    }

    @Test
    void callerHangsUpWhenOnlyTheInterpreterIsInTheRoom() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        NETWORK.interfere(Mishap.webhooks("/twilio/calls/.*/now", Delivery.delayed(Duration.ofSeconds(8))));
        amina.accepts();
        seconds(5);
        assertThat(amina.phone().talkingWith()).isEmpty();

        doctor.hangsUp();
        seconds(15);

        amina.heard("Der Anruf hat sich erledigt").isIdle().isFree();
        sessions().latestHas("outcome", "abandoned_waiting");
    }

    @Test
    void winnerWhoHangsUpBeforeTheRoomIsReplaced() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        var basma = interpreter("ar");
        amina.accepts().hangsUp();
        amina.isFree();
        seconds(2);
        doctor.hears("Wir suchen");

        basma.isRinging().accepts();
        seconds(5);

        doctor.talksWith(basma);
        assertThat(sessions().fatesOf(amina)).containsExactly("lost");
        sessions().count(1).latestHas("interpreterId", basma.id().toString());
    }

    @Test
    void winnerWhoseLegVanishesWithoutNewsIsReplaced() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        var basma = interpreter("ar");
        amina.accepts();
        NETWORK.interfere(Mishap.webhooks(Delivery.lost(), Kind.CALL_STATUS));
        amina.hangsUp();
        seconds(12);

        amina.isFree();
        NETWORK.interfere(Mishap.everyWebhook(Delivery.normal()));
        seconds(3);
        basma.isRinging().accepts();
        seconds(5);
        doctor.talksWith(basma);
        assertThat(sessions().fatesOf(amina)).containsExactly("lost");
    }

    @Test
    void whoeverCameTooLateIsAskedAgainWhenTheWinnerIsLost() {
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        basma.isRinging();
        amina.accepts().hangsUp();
        seconds(5);

        basma.isRinging().accepts();
        seconds(5);

        doctor.talksWith(basma);
        assertThat(sessions().fatesOf(basma)).containsExactly("too_late", "accepted");
    }

    @Test
    void interpreterHangsUpAndTheCallerRates() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        seconds(60);

        amina.hangsUp();

        doctor.hears("Wie zufrieden waren Sie").presses("3").hears("Vielen Dank");
        seconds(10);
        doctor.isIdle();
        sessions().latestHas("outcome", "connected").latestHas("rating", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "9", "*"})
    void keyThatIsNoRatingIsNotCounted(String key) {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        amina.hangsUp();

        doctor.presses(key).hears("Vielen Dank");

        sessions().latestHas("outcome", "connected").latestHas("rating", null);
    }

    @Test
    void callerWhoDoesNotRateIsThankedAllTheSame() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        amina.hangsUp();
        seconds(40);

        doctor.heard("Vielen Dank").isIdle();
        sessions().latestHas("outcome", "connected").latestHas("rating", null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void callerHangsUpAndTheInterpreterIsThanked(boolean dialActionComesAfterwards) {
        NETWORK.dialActionAfterHangUp(dialActionComesAfterwards);
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        seconds(60);

        doctor.hangsUp();

        amina.hears("Vielen Dank für Ihren Einsatz");
        seconds(10);
        amina.isIdle().isFree();
        sessions().count(1).latestHas("outcome", "connected");
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lostNewsOfTheEndIsMadeUpForByLookingIntoTheRoom(boolean callerHangsUpFirst) {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        seconds(20);
        NETWORK.interfere(Mishap.webhooks(Delivery.lost(), Kind.CALL_STATUS, Kind.CONFERENCE_STATUS, Kind.DIAL_ACTION));

        (callerHangsUpFirst ? doctor : amina).hangsUp();
        seconds(1);
        amina.isReserved();
        seconds(75);

        amina.isFree();
        sessions().latestHas("outcome", "connected");
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted");
        assertThat(amina.memory().restingUntil()).isNotNull();
        seconds(60);
        doctor.isIdle();
        amina.isIdle();
    }

    @Test
    void conversationThatGoesOnIsNotEndedByLookingIntoTheRoom() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        NETWORK.interfere(Mishap.webhooks(Delivery.lost(), Kind.CALL_STATUS, Kind.CONFERENCE_STATUS));

        seconds(900);

        doctor.talksWith(amina);
        amina.isReserved();
    }

    @Test
    void roomIsFoundAlsoWhenAllItsNewsWasLost() {
        var amina = interpreter("ar");
        NETWORK.interfere(Mishap.webhooks(Delivery.lost(), Kind.CONFERENCE_STATUS));
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.accepts();
        seconds(15);

        doctor.talksWith(amina);
        assertThat(sessions().latest("connectedAt")).isNotNull();
        seconds(200);
        doctor.talksWith(amina);
        amina.hangsUp();
        doctor.hears("Wie zufrieden");
    }

    @Test
    void interpreterHasAPauseOfAMinuteAfterAConversation() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        doctor.hangsUp();
        seconds(10);
        var second = practice().dials(line).presses("1").hears("Wir suchen jetzt");

        for (int i = 0; i < 45; i++) {
            amina.isIdle();
            seconds(1);
        }
        assertThat(sessions().reasonsAgainst(amina)).contains("resting");
        seconds(15);

        amina.isRinging().accepts();
        seconds(5);
        second.talksWith(amina);
    }
}
