package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Base of the scripts in which somebody is rung into the conversation of a practice with Amina. */
abstract class GuestScriptIT extends PhoneScriptIT {

    Person doctor;
    Person amina;
    String call = "";

    @BeforeEach
    void meet() {
        amina = interpreter("ar");
        doctor = practice();
    }

    /** From here on the two talk. */
    void theyTalk() {
        talk(doctor, "1", amina);
        call = newestCall();
    }

    String guests() {
        return "/api/v1/calls/" + call + "/guests";
    }

    /** Orders that this telephone be rung; its id. */
    String invite(Person guest) {
        var id = created(guests(), Body.of("number", guest.phone().number())).toString();
        seconds(1);
        return id;
    }

    Answer inviting(String number) {
        return post(guests(), Body.of("number", number));
    }

    /** Somebody who has joined the conversation. */
    Person joined() {
        var patient = stranger();
        invite(patient);
        patient.isRinging().accepts();
        seconds(1);
        return patient;
    }

    String onlyGuest() {
        List<String> ids = JsonPath.read(get(guests()).hasStatus(200).body(), "$[*].id");
        assertThat(ids).hasSize(1);
        return ids.getFirst();
    }

    void hold(String guest, boolean held) {
        put(guests() + "/" + guest + "/hold", Body.of("held", held)).hasStatus(204);
        settle();
    }

    void drop(String guest) {
        delete(guests() + "/" + guest).hasStatus(204);
        settle();
    }

    /** In the order of their invitations. */
    List<String> states() {
        return JsonPath.read(get(guests()).hasStatus(200).body(), "$[*].state");
    }

    void stateIs(String state) {
        assertThat(states()).containsExactly(state);
    }

    /** Everybody hears everybody else. */
    static void talkTogether(Person... people) {
        for (var one : people) {
            assertThat(one.phone().talkingWith())
                    .as("whom %s hears", one.phone().number())
                    .containsExactlyInAnyOrder(Stream.of(people)
                            .filter(other -> !other.equals(one))
                            .map(other -> other.phone().number())
                            .toArray(String[]::new));
        }
    }

    /** Requests about participants of rooms. */
    List<Exchange> holds() {
        return exchanges(Exchange.Kind.REST).stream()
                .filter(request ->
                        request.method().equals("POST") && request.url().contains("/Participants/"))
                .toList();
    }
}
