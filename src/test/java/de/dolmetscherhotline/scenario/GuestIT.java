package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Heard;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The patient at home is rung into the conversation. */
class GuestIT extends GuestScriptIT {

    @Test
    void patientHearsWhoCallsPressesTheKeyAndAllThreeHearEachOther() {
        theyTalk();
        var patient = stranger();

        invite(patient);
        patient.isRinging();
        assertThat(patient.phone().ringingFrom()).contains(line);
        stateIs("ringing");
        doctor.talksWith(amina);
        patient.picksUp().hears("Es ruft an: eine Arztpraxis");
        seconds(24);
        patient.heard("Es wird nichts aufgezeichnet")
                .heardIn("ar-XA", "اضغطوا على الرقم 1")
                .heardIn("ar-XA", "ملزمون بالسرية");
        stateIs("answered");
        doctor.talksWith(amina);
        patient.presses("1");
        seconds(1);

        talkTogether(doctor, amina, patient);
        stateIs("joined");
        assertThat(List.of(doctor, amina, patient))
                .allSatisfy(person -> assertThat(person.phone().heard())
                        .extracting(Heard::kind)
                        .doesNotContain(Heard.Kind.BEEP));
    }

    @Test
    void patientWhoHangsUpLeavesTheOthersTogether() {
        theyTalk();
        var patient = joined();

        patient.hangsUp();
        seconds(120);

        doctor.talksWith(amina);
        stateIs("left");
        sessions().latestHas("guests", 1);
        assertThat(sessions().fates()).containsExactly("accepted");
    }

    @Test
    void heldPatientHearsMusicAndNobodyElseUntilTakenBack() {
        theyTalk();
        var patient = joined();

        hold(onlyGuest(), true);
        doctor.talksWith(amina);
        patient.talksWithNobody();
        stateIs("held");
        seconds(130);
        assertThat(patient.phone().heard()).extracting(Heard::kind).contains(Heard.Kind.PLAY);
        assertThat(patient.phone().state()).isEqualTo(Phone.State.IN_CONFERENCE);
        hold(onlyGuest(), true);
        hold(onlyGuest(), false);

        talkTogether(doctor, amina, patient);
        stateIs("joined");
        assertThat(holds()).extracting(hold -> hold.params().get("Hold")).containsExactly("true", "false");
    }

    @Test
    void twoGuestsTalkWithTheOthersAndAThirdMustWaitUntilOneIsGone() {
        theyTalk();
        var patient = joined();
        var office = joined();
        talkTogether(doctor, amina, patient, office);

        inviting(stranger().phone().number()).isProblem(409).has("reason", "full");
        office.hangsUp();
        var otherOffice = joined();

        talkTogether(doctor, amina, patient, otherOffice);
        assertThat(states()).containsExactly("joined", "left", "joined");
    }

    @Test
    void droppedGuestHearsAGoodbyeAndTheOthersGoOn() {
        theyTalk();
        var patient = joined();

        drop(onlyGuest());
        doctor.talksWith(amina);
        patient.heard("Das Gespräch ist für Sie beendet");
        seconds(20);

        patient.isIdle();
        stateIs("dropped");
        drop(onlyGuest());
        whoeverIsGoneIsNotHeldAndWhoeverWasNeverThereIsNotFound();
    }

    private void whoeverIsGoneIsNotHeldAndWhoeverWasNeverThereIsNotFound() {
        put(guests() + "/" + onlyGuest() + "/hold", Body.of("held", true)).isProblem(409);
        put(guests() + "/" + UUID.randomUUID() + "/hold", Body.of("held", true)).isProblem(404);
        delete(guests() + "/" + UUID.randomUUID()).isProblem(404);
    }

    @Test
    void ringingTelephoneIsLeftAloneWhenTheGuestIsDropped() {
        theyTalk();
        var patient = stranger();
        var guest = invite(patient);
        patient.isRinging();

        drop(guest);

        patient.isIdle();
        stateIs("dropped");
    }

    @Test
    void busyTelephoneAndOneThatNobodyAnswersAndOneThatIsNotThere() {
        theyTalk();
        invite(stranger().behaves(Behaviour.busy()));
        invite(stranger().behaves(Behaviour.unreachable()));
        seconds(3);
        var nobody = stranger();
        invite(nobody);
        assertThat(states()).containsExactly("busy", "unreachable", "ringing");
        seconds(40);

        nobody.isIdle();
        assertThat(states()).containsExactly("busy", "unreachable", "no_answer");
        doctor.talksWith(amina);
    }

    @Test
    void voicemailNeverGetsIntoTheConversation() {
        theyTalk();
        var machine = stranger().behaves(new Behaviour.Voicemail(Duration.ofSeconds(5), Duration.ofMinutes(5)));
        invite(machine);

        for (int second = 0; second < 120; second++) {
            seconds(1);
            doctor.talksWith(amina);
        }

        stateIs("no_key");
        machine.isIdle().heardInTurn("Es ruft an", "Drücken Sie bitte die 1", "für Sie beendet");
    }

    @Test
    void wrongKeyIsAskedAboutOnceMore() {
        theyTalk();
        var patient = stranger();
        invite(patient);

        patient.picksUp().presses("7").hears("Drücken Sie bitte die 1");
        seconds(4);
        patient.hears("اضغطوا").presses("1");
        seconds(1);

        talkTogether(doctor, amina, patient);
    }

    @Test
    void whoeverPicksUpAndHangsUpHasPressedNoKey() {
        theyTalk();
        var patient = stranger();
        invite(patient);

        patient.picksUp().hangsUp();
        seconds(5);

        stateIs("no_key");
        doctor.talksWith(amina);
    }

    @Test
    void numberIsNowhereInClearAndGoneWhenTheGuestIs() {
        theyTalk();
        var patient = joined();
        var digits = List.of(patient.phone().number().substring(3));
        assertThat(rows("select 1 from guest where invited_at >= :began and number_cipher like '1.test.%'"
                        + " and number_index like 'test.%'"))
                .hasSize(1);
        assertThat(OwnDatabase.findAnywhere(database(), digits)).isEmpty();
        assertThat(get(guests()).body()).doesNotContain(digits.getFirst(), "number");
        assertThat(exchanges())
                .filteredOn(exchange -> exchange.url().contains(digits.getFirst()))
                .isEmpty();

        doctor.hangsUp();
        seconds(20);

        assertThat(rows("select 1 from guest where invited_at >= :began"
                        + " and (number_cipher is not null or number_index is not null)"))
                .isEmpty();
    }
}
