package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Heard;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a caller hears until somebody takes the call, and how long that may last. */
class WaitingIT extends PhoneScriptIT {

    @Test
    void waitingCallerHearsMusicAndAnAnnouncementAboutEveryTwentySeconds() {
        var amina = interpreter("ar");
        talk(practice(), "1", amina);

        var second = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(150);

        var announcements = second.timesHeard("Wir suchen");
        assertThat(announcements.size()).isGreaterThanOrEqualTo(5);
        for (int i = 2; i < announcements.size(); i++) {
            assertThat(Duration.between(announcements.get(i - 1), announcements.get(i))
                            .toSeconds())
                    .isBetween(15L, 25L);
        }
        assertThat(second.phone().heard())
                .filteredOn(heard -> heard.kind() == Heard.Kind.PLAY)
                .hasSizeGreaterThanOrEqualTo(announcements.size() - 1);
    }

    @Test
    void announcementSaysThatAllAreBusyWhenTheyAre() {
        var amina = interpreter("ar");
        talk(practice(), "1", amina);

        var second = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(45);

        second.hears("Im Moment sind alle im Gespräch oder nicht am Telefon");
        amina.talks();
    }

    @Test
    void announcementSaysHowManyTelephonesRing() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        amina.isRinging();
        doctor.presses("5").hears("Gerade klingelt ein Telefon");

        interpreter("ar");
        interpreter("ar");
        seconds(3);

        doctor.presses("5").hears("Gerade klingeln 3 Telefone");
    }

    @Test
    void keysWorkWhileWaitingAndDoNoHarm() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(1);
        for (var key : "02345678#".toCharArray()) {
            doctor.presses(String.valueOf(key)).hears("Wir suchen weiter");
            seconds(1);
        }
        amina.isRinging().accepts();
        seconds(5);

        doctor.talksWith(amina);
        sessions().count(1).latestHas("language", "ar").latestHas("emergency", false);
    }

    @Test
    void nineMarksAnEmergencyAndTheTelephoneGoesOnRinging() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(1);

        doctor.presses("9").hears("Wir haben einen Notfall vermerkt").hears("Wir suchen weiter");

        seconds(1);
        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
        sessions().count(1).latestHas("emergency", true);
        assertThat(dialsTo(amina)).hasSize(1);
    }

    @Test
    void whoeverComesOnDutyIsRungForACallerWhoWaits() {
        talk(practice(), "1", interpreter("ar"));
        var second = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(10);

        var basma = interpreter("ar");
        seconds(3);
        basma.isRinging().accepts();
        seconds(5);

        second.talksWith(basma);
    }

    @Test
    void whoeverBecomesFreeIsRungForTheCallerWhoWaits() {
        var amina = interpreter("ar");
        var first = practice();
        talk(first, "1", amina);
        var second = practice().dials(line).presses("1");
        seconds(20);

        first.hangsUp();
        amina.hangsUp();
        seconds(75);

        amina.isRinging().accepts();
        seconds(5);
        second.talksWith(amina);
    }

    @Test
    void patienceIsOverAfterThreeMinutes() {
        var amina = interpreter("ar");
        var first = practice();
        talk(first, "1", amina);
        var second = practice().dials(line).presses("1");
        seconds(175);
        second.neverHeard("niemanden erreicht");

        seconds(8);
        second.hears("Für Arabisch haben wir leider niemanden erreicht").hears("legen Sie einfach auf");
        assertThat(second.timesHeard("leider niemanden erreicht").getFirst())
                .isEqualTo(sessions().time("languageChosenAt").plus(Duration.ofMinutes(3)));
        seconds(80);

        second.heardInTurn("legen Sie einfach auf", "keine Eingabe", "legen Sie einfach auf", "Wir haben Ihren Bedarf")
                .isIdle();
        sessions().count(2).latestHas("outcome", "nobody_answered");
        first.talksWith(amina);
    }

    @Test
    void whenEverybodyWasAskedInVainTheCallerIsNotLeftWaiting() {
        interpreter("ar").behaves(Behaviour.declines(Duration.ofSeconds(2)));
        interpreter("ar").behaves(Behaviour.busy());

        var doctor = practice().dials(line).presses("1");
        seconds(10);

        doctor.heard("haben wir leider niemanden erreicht").hangsUp();
        sessions().latestHas("outcome", "nobody_answered");
    }
}
