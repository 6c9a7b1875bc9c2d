package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Branch 3: an emergency. */
class EmergencyIT extends PhoneScriptIT {

    private static final int ORDINARY_WAVE = 4;
    private static final int MOST_PHONES = 10;

    /** Off duty, and may be rung in an emergency nevertheless. */
    private Person helperOffDuty(String language) {
        return interpreterWith(aProfile(language).with("emergencyOptIn", true));
    }

    private List<Person> interpreters(int count) {
        var people = new ArrayList<Person>();
        IntStream.range(0, count).forEach(i -> people.add(interpreter("ar")));
        return people;
    }

    @Test
    void nineAtTheMenuIsNotedAndTheInterpreterHearsIt() {
        var amina = interpreter("ar");

        var doctor = practice()
                .dials(line)
                .hears("Im Notfall drücken Sie die 9")
                .presses("9")
                .hears("Notfall vermerkt")
                .hears("Für Arabisch drücken Sie die 1");
        doctor.presses("1").hears("Wir suchen jetzt");
        seconds(2);
        amina.picksUp().hears("Notfall.").hears("Arabisch, eine Arztpraxis").presses("1");
        seconds(5);

        doctor.talksWith(amina);
        seconds(60);
        amina.hangsUp();
        sessions().count(1).latestHas("outcome", "connected").latestHas("emergency", true);
    }

    @Test
    void ordinaryCallIsNone() {
        var amina = interpreter("ar");
        practice().dials(line).presses("1");
        seconds(2);
        amina.picksUp().neverHeard("Notfall");

        sessions().latestHas("emergency", false);
    }

    @Test
    void moreTelephonesRingAtFirst() {
        var people = interpreters(14);

        practice().dials(line).presses("9").presses("1");
        seconds(2);

        assertThat(sessions().waves().getFirst()).isBetween(ORDINARY_WAVE + 1, MOST_PHONES);
        assertThat(ringing(people)).isBetween(ORDINARY_WAVE + 1L, (long) MOST_PHONES);
    }

    @Test
    void nineWhileWaitingRingsMoreAtOnce() {
        var people = interpreters(14);
        var helper = helperOffDuty("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(1);
        assertThat(ringing(people)).isEqualTo(ORDINARY_WAVE);

        doctor.presses("9").hears("Notfall vermerkt").hears("Gerade klingeln");
        seconds(2);

        assertThat(ringing(people)).isGreaterThan(ORDINARY_WAVE);
        sessions().count(1).latestHas("emergency", true);
        people.stream().filter(Person::rings).findFirst().orElseThrow().accepts();
        seconds(5);
        assertThat(doctor.phone().talkingWith()).hasSize(1);
        helper.isIdle();
        sessions().latestHas("emergency", true);
    }

    @Test
    void volunteersWhoOptedInAreRungOffDutyButNobodyWhoSaidOff() {
        var helper = helperOffDuty("ar");
        var resting = helperOffDuty("ar").goesOffDuty();
        var other = interpreterOffDuty("ar");

        var ordinary = practice().dials(line).presses("1").hears("niemand im Dienst");
        seconds(3);
        helper.isIdle();
        ordinary.hangsUp();

        var doctor = practice().dials(line).presses("9").presses("1").hears("Wir suchen jetzt");
        seconds(2);
        assertThat(sessions().reasonsAgainst(resting)).containsExactly("said-off");
        assertThat(sessions().reasonsAgainst(other)).containsExactly("not-on-duty");
        helper.accepts();
        seconds(5);

        doctor.talksWith(helper);
        resting.wasNeverDialled();
        other.wasNeverDialled();
    }

    @Test
    void offThatHasRunOutIsNoWordAnyMore() {
        var helper = helperOffDuty("ar");
        setAvailability(
                helper.id(),
                Body.of(
                        "available",
                        false,
                        "until",
                        CLOCK.instant().plusSeconds(60).toString()));
        practice()
                .dials(line)
                .presses("9")
                .presses("1")
                .hears("niemand im Dienst")
                .hangsUp();
        seconds(60);

        practice().dials(line).presses("9").presses("1").hears("Wir suchen jetzt");
        seconds(2);
        helper.isRinging();
    }

    @Test
    void nineWhereNobodyIsOnDutyReachesThoseWhoOptedIn() {
        var helper = helperOffDuty("ar");
        var doctor =
                practice().dials(line).presses("1").hears("niemand im Dienst").hears("Im Notfall drücken Sie die 9");

        doctor.presses("9").hears("Wir suchen jetzt");
        seconds(2);
        helper.accepts();
        seconds(5);

        doctor.talksWith(helper);
        sessions().count(1).latestHas("emergency", true);
    }

    @Test
    void itsDialsOvertakeThoseThatWaitForTheirTurn() {
        interpreters(20);
        var olena = interpreter("uk");
        var doctor = practice().dials(line).presses("9");
        var others = List.of(practice(), practice(), practice());
        others.forEach(other -> other.dials(line));
        atTheSameInstant(() -> others.forEach(other -> other.presses("1")));
        var before = dials().size();

        doctor.presses("2");
        seconds(3);

        var next = dials().get(before);
        assertThat(next.params()).containsEntry("To", olena.phone().number());
        assertThat(dials().size() - before).as("dials that waited").isGreaterThan(5);
        olena.isRinging();
    }

    @Test
    void freedInterpreterGoesToTheEmergencyFirst() {
        var amina = interpreter("ar");
        var first = practice();
        talk(first, "1", amina);
        var second = practice().dials(line).presses("1");
        seconds(10);
        var third = practice().dials(line).presses("9").presses("1").hears("Wir suchen jetzt");
        seconds(60);
        second.heard("Vor Ihnen wartet noch ein Anruf");
        first.hangsUp();
        seconds(15);

        amina.isRinging().accepts();
        seconds(5);
        third.talksWith(amina);
        second.talksWithNobody();
    }

    @Test
    void whoeverHoldsTheLineForALostCallerIsNeededMoreByAnEmergency() {
        var amina = interpreter("ar");
        var first = practice();
        talk(first, "1", amina);
        first.hangsUp();
        seconds(1);
        amina.hears("bleiben Sie eine Minute am Apparat");

        var doctor = practice().dials(line).presses("9").presses("1").hears("Wir suchen jetzt");
        seconds(1);
        amina.hears("Vielen Dank für Ihren Einsatz. Auf Wiederhören");
        seconds(10);
        amina.isRinging().picksUp().hears("Notfall.").presses("1");
        seconds(5);

        doctor.talksWith(amina);
        first.dials(line).hears("Welche Sprache").hangsUp();
        assertThat(sessions().outcomes()).containsExactly("abandoned_choosing", null, "connected");
    }

    @Test
    void nobodyNeedsToLetGoOfTheLineWhereSomebodyElseCanBeAsked() {
        var amina = interpreter("ar");
        var first = practice();
        talk(first, "1", amina);
        first.hangsUp();
        seconds(1);
        var basma = interpreter("ar");

        practice().dials(line).presses("9").presses("1");
        seconds(10);
        basma.isRinging();
        amina.hears("bleiben Sie eine Minute am Apparat");
        first.dials(line);
        seconds(5);

        first.talksWith(amina);
    }

    @Test
    void whoeverRestsIsAskedInAnEmergencyForWhichThereIsNobodyElse() {
        var amina = interpreter("ar");
        var first = practice();
        talk(first, "1", amina);
        amina.hangsUp();
        first.hangsUp();
        seconds(2);
        var ordinary = practice().dials(line).presses("1");
        seconds(5);
        amina.isIdle();

        var doctor = practice().dials(line).presses("9").presses("1").hears("Wir suchen jetzt");
        seconds(2);
        amina.isRinging().accepts();
        seconds(5);

        doctor.talksWith(amina);
        ordinary.talksWithNobody();
    }

    @Test
    void coordinatorIsTextedWhenNobodyAcceptsInThirtySeconds() {
        var coordinator = coordinator();
        talk(practice(), "1", interpreter("ar"));
        interpreter("ar").behaves(Behaviour.neverAnswers());

        practice().dials(line).presses("9").presses("1").hears("Wir suchen jetzt");
        seconds(29);
        assertThat(coordinator.inbox()).isEmpty();
        seconds(2);

        coordinator.reads("Ein Notfall (Arabisch) wartet seit 30 Sekunden, und niemand hat angenommen");
        seconds(120);
        assertThat(coordinator.inbox()).hasSize(1);
    }

    @Test
    void coordinatorIsNotTextedWhenSomebodyAccepts() {
        var coordinator = coordinator();
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("9").presses("1");
        seconds(15);
        amina.accepts();
        seconds(60);

        doctor.talksWith(amina);
        assertThat(coordinator.inbox()).isEmpty();
    }

    @Test
    void coordinatorIsTextedAsWellWhenThereIsNobodyToRing() {
        var coordinator = coordinator();

        var doctor = practice().dials(line).presses("9").presses("1").hears("niemand im Dienst");
        seconds(29);
        assertThat(coordinator.inbox()).isEmpty();
        seconds(2);

        coordinator.reads("Ein Notfall (Arabisch) wartet");
        seconds(60);
        doctor.isIdle();
        assertThat(coordinator.inbox()).hasSize(1);
        sessions().latestHas("outcome", "no_coverage").latestHas("emergency", true);
    }

    @Test
    void coordinatorIsTextedAsWellWhenEverybodyDeclines() {
        var coordinator = coordinator();
        interpreter("ar").behaves(Behaviour.declines(Duration.ofSeconds(2)));

        practice().dials(line).presses("9").presses("1");
        seconds(31);

        coordinator.reads("Ein Notfall (Arabisch) wartet");
    }

    @Test
    void coordinatorIsTextedAsWellWhenTheCallerPrefersToBeRungBack() {
        var coordinator = coordinator();

        practice()
                .dials(line)
                .presses("9")
                .presses("1")
                .hears("niemand im Dienst")
                .presses("1")
                .hears("zurück");
        seconds(31);

        coordinator.reads("Ein Notfall (Arabisch) wartet");
        assertThat(sessions().all("emergency")).hasSize(2);
        assertThat(rows("select 1 from call where dialled_at >= :began and emergency and callback_of is not null"))
                .hasSize(1);
        leap(Duration.ofMinutes(61));
    }

    @Test
    void coordinatorIsNotTextedAboutOrdinaryCalls() {
        var coordinator = coordinator();
        talk(practice(), "1", interpreter("ar"));

        practice().dials(line).presses("1");
        seconds(60);

        assertThat(coordinator.inbox()).isEmpty();
    }
}
