package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What can become of a request to an interpreter, and what is remembered about it. */
class OfferIT extends PhoneScriptIT {

    @Test
    void unansweredTelephoneIsRememberedAndTheNextOneRings() {
        var amina = interpreter("ar").behaves(Behaviour.neverAnswers());
        var doctor = practice().dials(line).presses("1");
        seconds(20);
        amina.isRinging();
        var basma = interpreter("ar");
        seconds(8);
        amina.isIdle().isFree();
        basma.isRinging().accepts();
        seconds(5);

        doctor.talksWith(basma);
        assertThat(sessions().fatesOf(amina)).containsExactly("no_answer");
        assertThat(sessions().fatesOf(basma)).containsExactly("accepted");
        var memory = amina.memory();
        assertThat(memory.timesAsked()).isEqualTo(1);
        assertThat(memory.timesAccepted()).isZero();
        assertThat(memory.unansweredInARow()).isEqualTo(1);
        assertThat(memory.restingUntil()).isNull();
        assertThat(memory.numberFailedAt()).isNull();
    }

    @Test
    void telephoneRingsForAboutTwentySecondsAndNotForEver() {
        var amina = interpreter("ar");
        practice().dials(line).presses("1");
        seconds(19);
        amina.isRinging();
        seconds(8);
        amina.isIdle();
    }

    @Test
    void engagedTelephoneIsLeftAloneForAWhileAndNotHeldAgainstHer() {
        var amina = interpreter("ar").behaves(Behaviour.busy());
        var basma = interpreter("ar").behaves(Behaviour.accepts(Duration.ofSeconds(8)));
        var doctor = practice().dials(line).presses("1");
        seconds(4);

        assertThat(sessions().fatesOf(amina)).containsExactly("busy");
        var memory = amina.isFree().memory();
        assertThat(memory.timesAsked()).isZero();
        assertThat(memory.unansweredInARow()).isZero();
        assertThat(memory.restingUntil())
                .isBetween(CLOCK.instant().plusSeconds(110), CLOCK.instant().plusSeconds(120));
        seconds(10);
        doctor.talksWith(basma);
    }

    @Test
    void unreachableNumberIsReportedAndNotDialledAgainThatDay() {
        var amina = interpreter("ar").behaves(Behaviour.unreachable());
        var basma = interpreter("ar").behaves(Behaviour.accepts(Duration.ofSeconds(8)));
        var doctor = practice().dials(line).presses("1");
        seconds(15);

        doctor.talksWith(basma).hangsUp();
        assertThat(sessions().fatesOf(amina)).containsExactly("unreachable");
        var memory = amina.memory();
        assertThat(memory.timesAsked()).isZero();
        assertThat(memory.numberFailedAt()).isNotNull();
        seconds(90);

        practice().dials(line).presses("1");
        seconds(15);
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("number-failed");
        assertThat(dialsTo(amina)).hasSize(1);
    }

    @Test
    void voicemailNeverGetsTheCall() {
        var machine =
                interpreter("ar").behaves(new Behaviour.Voicemail(Duration.ofSeconds(15), Duration.ofSeconds(60)));
        var doctor = practice().dials(line).presses("1");
        seconds(16);
        machine.hears("Arabisch, eine Arztpraxis");
        var basma = interpreter("ar");
        seconds(40);

        machine.isIdle().isFree().heard("keine Taste erkannt");
        assertThat(sessions().fatesOf(machine)).containsExactly("no_key");
        assertThat(machine.memory().timesAsked()).isEqualTo(1);
        assertThat(machine.memory().unansweredInARow()).isEqualTo(1);
        doctor.talksWithNobody();
        basma.isIdle();
        assertThat(sessions().fatesOf(basma)).containsExactly("no_answer");
    }

    @Test
    void whoeverDeclinesIsThankedAndTheNextOneRings() {
        var memory = whoDeclinesWith("2").memory();

        assertThat(memory.timesAsked()).isEqualTo(1);
        assertThat(memory.timesAccepted()).isZero();
        assertThat(memory.unansweredInARow()).isZero();
    }

    @Test
    void whoeverMayKnowThePeopleIsThankedAndNothingIsRemembered() {
        var memory = whoDeclinesWith("3").memory();

        assertThat(memory.timesAsked()).isZero();
        assertThat(memory.timesAccepted()).isZero();
        assertThat(memory.unansweredInARow()).isZero();
        assertThat(memory.restingUntil()).isNull();
    }

    private Person whoDeclinesWith(String key) {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        var basma = interpreterOffDuty("ar");
        amina.picksUp();
        basma.goesOnDuty();

        amina.presses(key).hears("In Ordnung, vielen Dank");
        seconds(2);
        basma.isRinging();
        seconds(6);

        amina.isIdle().isFree();
        basma.accepts();
        seconds(5);
        doctor.talksWith(basma);
        assertThat(sessions().fatesOf(amina)).containsExactly("declined");
        return amina;
    }

    @Test
    void wrongKeyIsAskedAgainOnceAndThenTheRightOneCounts() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);

        amina.picksUp().presses("7").hears("Bitte drücken Sie die 1 zum Annehmen");
        amina.presses("1");
        seconds(5);

        doctor.talksWith(amina);
    }

    @Test
    void secondWrongKeyCountsAsNo() {
        var amina = interpreter("ar");
        practice().dials(line).presses("1");
        seconds(2);

        amina.picksUp().presses("7").presses("8").hears("In Ordnung, vielen Dank");

        seconds(10);
        amina.isIdle().isFree();
        assertThat(sessions().fatesOf(amina)).containsExactly("declined");
    }

    @Test
    void whoeverAcceptsIsRememberedForIt() {
        var amina = interpreter("ar").behaves(Behaviour.neverAnswers());
        practice().dials(line).presses("1");
        seconds(60);
        assertThat(amina.memory().unansweredInARow()).isEqualTo(1);

        var doctor = practice();
        talk(doctor, "1", amina);
        doctor.hangsUp();
        amina.hangsUp();
        seconds(10);

        var memory = amina.memory();
        assertThat(memory.timesAsked()).isEqualTo(2);
        assertThat(memory.timesAccepted()).isEqualTo(1);
        assertThat(memory.unansweredInARow()).isZero();
        assertThat(memory.restingUntil()).isNotNull();
    }

    @Test
    void ofTwentyVolunteersOnlyFourAreRungAtFirst() {
        var volunteers = new ArrayList<Person>();
        IntStream.range(0, 20).forEach(i -> volunteers.add(interpreter("ar")));

        var doctor = practice().dials(line).presses("1");
        seconds(1);

        assertThat(ringing(volunteers)).isEqualTo(4);
        assertThat(sessions().waves().getFirst()).isEqualTo(4);

        var first = volunteers.stream().filter(Person::rings).toList();
        first.forEach(volunteer -> volunteer.picksUp().presses("2"));
        seconds(2);
        assertThat(ringing(volunteers)).isBetween(4L, 8L);
        assertThat(volunteers.stream().filter(Person::rings)).doesNotContainAnyElementsOf(first);

        volunteers.stream().filter(Person::rings).findFirst().orElseThrow().accepts();
        seconds(5);
        assertThat(ringing(volunteers)).isZero();
        assertThat(doctor.phone().talkingWith()).hasSize(1);
    }

    @Test
    void neverMoreThanEightTelephonesRingForOneCall() {
        var volunteers = new ArrayList<Person>();
        IntStream.range(0, 20).forEach(i -> volunteers.add(interpreter("ar")));

        practice().dials(line).presses("1");
        for (int i = 0; i < 24; i++) {
            seconds(1);
            assertThat(ringing(volunteers)).isBetween(4L, 8L);
        }
        assertThat(ringing(volunteers)).isGreaterThan(4);
    }

    @Test
    void telephonesAreNotDialledFasterThanTheAccountAllows() {
        IntStream.range(0, 20).forEach(i -> interpreter("ar"));
        var doctors = List.of(practice(), practice(), practice(), practice());
        atTheSameInstant(() -> doctors.forEach(doctor -> doctor.dials(line)));
        atTheSameInstant(() -> doctors.forEach(doctor -> doctor.presses("1")));
        seconds(10);

        var dials = dials();
        assertThat(dials.size()).isGreaterThanOrEqualTo(12);
        var apart = Duration.ofSeconds(1).dividedBy(TestTelephony.CALLS_PER_SECOND);
        for (int i = 1; i < dials.size(); i++) {
            assertThat(Duration.between(dials.get(i - 1).at(), dials.get(i).at()))
                    .isGreaterThanOrEqualTo(apart);
        }
        assertThat(dials.stream().map(dial -> dial.params().get("To"))).doesNotHaveDuplicates();
    }

    @Test
    void deadNumbersDoNotKeepTheCallFromTheLiving() {
        IntStream.range(0, 6).forEach(i -> interpreter("ar").behaves(Behaviour.unreachable()));
        var amina = interpreter("ar").behaves(Behaviour.accepts(Duration.ofSeconds(5)));

        var doctor = practice().dials(line).presses("1");
        seconds(20);

        doctor.talksWith(amina);
        assertThat(sessions().fates()).contains("accepted").containsOnly("accepted", "unreachable");
    }
}
