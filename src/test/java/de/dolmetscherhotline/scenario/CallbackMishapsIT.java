package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can come between somebody and being rung back. */
class CallbackMishapsIT extends CallbackScriptIT {

    static Stream<Behaviour> waysNotToBeReached() {
        return Stream.of(
                Behaviour.busy(),
                Behaviour.neverAnswers(),
                Behaviour.voicemail(),
                Behaviour.picksUpSilently(Duration.ofSeconds(3)),
                Behaviour.unreachable());
    }

    @ParameterizedTest
    @MethodSource("waysNotToBeReached")
    void organisationThatIsNotReachedIsRungAgainAndThenGivenUpVisibly(Behaviour behaviour) {
        var doctor = wantsToBeRungBack(practice()).behaves(behaviour);
        var amina = interpreter("ar").behaves(Behaviour.accepts(Duration.ofSeconds(3)));
        seconds(6);
        amina.heard("Wir rufen die Einrichtung jetzt zurück");
        pass(Duration.ofSeconds(100));
        amina.heard("Die Einrichtung ist leider nicht zu erreichen").isIdle().isFree();
        assertThat(dialsTo(doctor)).hasSize(1);
        var callback = newestCall();

        pass(Duration.ofMinutes(20));

        var dials = dialsTo(doctor);
        assertThat(dials).hasSize(3);
        assertThat(Duration.between(dials.getFirst().at(), dials.get(1).at()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
        doctor.hangsUp().isIdle();
        assertThat(sessions().outcomes()).containsExactly("callback_failed", "callback_arranged");
        assertThat(sessions().fates()).containsExactly("in_vain", "in_vain", "in_vain");
        assertThat(unmet(callback)).containsExactly("callback_failed");
        assertThat(amina.memory().unansweredInARow()).isZero();
    }

    @Test
    void organisationThatIsReachedTheSecondTimeIsConnected() {
        var doctor = wantsToBeRungBack(practice()).behaves(Behaviour.busy());
        var amina = interpreter("ar");
        seconds(3);
        amina.accepts();
        seconds(15);
        amina.heard("nicht zu erreichen").isIdle();
        doctor.behaves(Behaviour.manual());
        pass(Duration.ofMinutes(5));

        rungBackBy(amina, doctor);
    }

    @Test
    void afterAnHourWithoutAnybodyTheCallbackIsGivenUpVisibly() {
        var doctor = wantsToBeRungBack(practice());
        var callback = newestCall();
        pass(Duration.ofMinutes(5));
        leap(Duration.ofMinutes(54));
        assertThat(unmet(callback)).isEmpty();

        pass(Duration.ofMinutes(2));

        assertThat(sessions().outcomes()).containsExactly("callback_failed", "callback_arranged");
        assertThat(unmet(callback)).containsExactly("callback_failed");
        assertThat(dialsTo(doctor)).isEmpty();
    }

    @Test
    void whenTheInterpreterHangsUpWhileHoldingAnotherOneIsFoundFirst() {
        var doctor = wantsToBeRungBack(practice());
        var amina = interpreter("ar");
        seconds(3);
        amina.accepts();
        seconds(3);
        doctor.isRinging();

        amina.hangsUp();
        seconds(2);
        doctor.isIdle();
        amina.isFree().goesOffDuty();
        var basma = interpreter("ar");
        seconds(3);

        rungBackBy(basma, doctor);
        assertThat(sessions().fates()).containsExactly("lost", "accepted");
        assertThat(dialsTo(doctor)).hasSize(2);
    }

    @Test
    void whenTheInterpreterHangsUpAsTheOrganisationPicksUpItIsRungAgainLater() {
        var doctor = wantsToBeRungBack(practice());
        var amina = interpreter("ar");
        seconds(3);
        amina.accepts();
        seconds(3);
        doctor.picksUp().hears("Rückruf");

        amina.hangsUp();
        seconds(10);
        doctor.isIdle();
        amina.goesOffDuty();
        var basma = interpreter("ar");
        seconds(3);

        rungBackBy(basma, doctor);
    }

    @Test
    void whenTheProcessDiesBeforeItRingsTheOrganisationItRingsOnceALittleLater() {
        var doctor = wantsToBeRungBack(practice());
        var amina = interpreter("ar");
        seconds(3);
        amina.picksUp();
        amina.phone().press("1");
        NETWORK.runDue();
        dieWithTheWorkInHand();

        seconds(LEASE.toSeconds() - 1);
        doctor.isIdle();
        seconds(2);

        doctor.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
        assertThat(dialsTo(doctor)).hasSize(1);
    }
}
