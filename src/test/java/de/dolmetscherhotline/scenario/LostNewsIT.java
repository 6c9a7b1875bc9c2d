package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News of a conversation got lost: looking into the room makes up for it (contract §7, F8). */
class LostNewsIT extends PhoneScriptIT {

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
}
