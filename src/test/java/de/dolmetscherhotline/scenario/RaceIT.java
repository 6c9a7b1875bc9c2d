package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several want the same call (contract §7, F4), and what they may learn about each other. */
class RaceIT extends PhoneScriptIT {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @RepeatedTest(3)
    void ofTwoWhoAcceptAtTheSameInstantExactlyOneTalks() {
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var chadia = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        chadia.isRinging();
        amina.picksUp();
        basma.picksUp();
        seconds(1);

        atTheSameInstant(() -> {
            amina.presses("1");
            basma.presses("1");
        });
        chadia.isIdle();
        seconds(5);

        var winner = doctor.phone().talkingWith().contains(amina.phone().number()) ? amina : basma;
        var loser = winner.equals(amina) ? basma : amina;
        doctor.talksWith(winner);
        winner.talksWith(doctor);
        loser.heard("schon vergeben, vielen Dank").talksWithNobody();
        seconds(10);
        loser.isIdle().isFree();
        chadia.isIdle().isFree();
        winner.isReserved();
        sessions().count(1).latestHas("interpreterId", winner.id().toString());
        assertThat(sessions().fatesOf(winner)).containsExactly("accepted");
        assertThat(sessions().fatesOf(loser)).containsExactly("too_late");
        assertThat(sessions().fatesOf(chadia)).containsExactly("too_late");
        assertThat(List.of(loser.memory().timesAsked(), chadia.memory().timesAsked()))
                .containsOnly(0);
    }

    @Test
    void whoeverStillListensHearsAtOnceThatTheCallIsTaken() {
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        practice().dials(line).presses("1");
        seconds(3);
        amina.picksUp();
        basma.picksUp();
        seconds(1);

        amina.presses("1");

        basma.hears("schon vergeben, vielen Dank");
        seconds(10);
        basma.isIdle().isFree();
    }

    @Test
    void whoeverPicksUpInTheInstantOfTheAcceptanceHearsThatTheCallIsTaken() {
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        amina.picksUp();

        atTheSameInstant(() -> {
            amina.presses("1");
            basma.picksUp();
        });
        seconds(5);

        doctor.talksWith(amina);
        basma.talksWithNobody().heard("schon vergeben");
        seconds(10);
        basma.isIdle().isFree();
    }

    @Test
    void twoCallersAndTwoInterpretersMakeTwoConversations() {
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var first = practice().dials(line).presses("1");
        seconds(1);
        var second = practice().dials(line).presses("1");
        seconds(2);
        assertThat(dials()).as("nobody is rung by two calls").hasSize(2);

        amina.isRinging().accepts();
        seconds(5);
        first.talksWith(amina);
        basma.isRinging().accepts();
        seconds(5);

        second.talksWith(basma);
        first.talksWith(amina);
        assertThat(dialsTo(amina)).hasSize(1);
        assertThat(dialsTo(basma)).hasSize(2);
    }

    @Test
    void neitherSideLearnsNameOrNumberOfTheOther() {
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        amina.picksUp().hears("Arabisch, eine Arztpraxis");
        basma.picksUp().presses("2");
        amina.presses("1");
        seconds(60);
        doctor.talksWith(amina);
        amina.hangsUp();
        seconds(2);
        doctor.presses("4");
        seconds(10);

        var secrets = List.of(
                digits(doctor),
                digits(amina),
                digits(basma),
                digits(line),
                "Einrichtung",
                "Dolmetscherin +",
                "Dolmetscherin%20");
        assertThat(documents())
                .hasSizeGreaterThan(8)
                .allSatisfy(document -> assertThat(document.responseBody()).doesNotContain(secrets));
        for (var person : List.of(doctor, amina, basma)) {
            assertThat(String.join(" ", person.sayings())).doesNotContain(secrets);
        }
        assertThat(exchanges())
                .allSatisfy(exchange -> assertThat(exchange.url()).doesNotContain(secrets));
    }

    private static String digits(Person person) {
        return digits(person.phone().number());
    }

    private static String digits(String number) {
        return number.substring(3);
    }

    @Test
    void roomHasAnOpaqueName() {
        talk(practice(), "1", interpreter("ar"));

        var rooms = documents().stream()
                .map(document -> document.responseBody().replaceAll("(?s).*<Conference[^>]*>([^<]*)<.*|.*", "$1"))
                .filter(name -> !name.isEmpty())
                .toList();
        assertThat(rooms).hasSize(2).allSatisfy(name -> assertThat(name).matches(UUID));
        assertThat(rooms.getFirst()).isEqualTo(rooms.getLast());
    }

    @Test
    void interpreterSeesTheNumberOfTheHotlineAndNotTheCallers() {
        var amina = interpreter("ar");
        practice().dials(line).presses("1");
        seconds(2);

        assertThat(amina.isRinging().phone().ringingFrom()).contains(line);
    }
}
