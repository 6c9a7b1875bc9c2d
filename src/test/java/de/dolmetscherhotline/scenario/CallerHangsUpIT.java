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

/** The caller hangs up: at every moment of a call (contract §7, F5 to F7). */
class CallerHangsUpIT extends PhoneScriptIT {

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
    void callerHangsUpInTheInstantSomebodyAccepts() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        amina.picksUp();
        seconds(2);

        atTheSameInstant(() -> {
            amina.presses("1");
            doctor.hangsUp();
        });
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
        sessions().latestHas("outcome", "abandoned_waiting").latestHas("connectedAt", null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void callerHangsUpAndTheInterpreterIsThankedAndMayWaitForAMinute(boolean dialActionComesAfterwards) {
        NETWORK.dialActionAfterHangUp(dialActionComesAfterwards);
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        seconds(60);

        doctor.hangsUp();

        amina.hears("Vielen Dank für Ihren Einsatz, Sie können auflegen").hears("bleiben Sie eine Minute am Apparat");
        sessions().count(1).latestHas("outcome", "connected");
        seconds(59);
        amina.talksWithNobody().isReserved();
        seconds(10);
        amina.hears("Vielen Dank für Ihren Einsatz. Auf Wiederhören").isIdle().isFree();
        sessions().count(1).latestHas("outcome", "connected");
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted");
    }

    @Test
    void interpreterHasAPauseOfAMinuteAfterAConversation() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        doctor.hangsUp();
        amina.hangsUp().isFree();
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
