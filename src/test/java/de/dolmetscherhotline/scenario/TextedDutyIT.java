package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.text.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A volunteer runs her duty from a simple telephone. */
class TextedDutyIT extends PhoneScriptIT {

    @Autowired
    private Texts texts;

    private LocalDate today = LocalDate.EPOCH;

    /** Every script begins at nine in the morning. */
    @BeforeEach
    void morning() {
        today = tomorrow();
        moveTo(today.atTime(9, 0));
    }

    @Test
    void whoTextsInMidRingThatSheIsOffIsNotRungAgain() {
        var amina = interpreterOffDuty("ar")
                .texts("Bin bis achtzehn Uhr erreichbar")
                .reads("erreichbar bis 18:00 Uhr");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging().texts("AUS").reads("nicht mehr erreichbar");
        amina.picksUp().presses("2");
        doctor.hangsUp();
        seconds(10);

        practice().dials(line).presses("1").hears("niemand im Dienst");
        seconds(10);
        amina.isIdle();
        assertThat(sessions().reasonsAgainst(amina)).contains("said-off");
    }

    @Test
    void onEndsAtTheTimeThatWasSaid() {
        var amina = interpreterOffDuty("ar").texts("an bis 18").reads("Sie sind erreichbar bis 18:00 Uhr.");
        moveTo(today.atTime(17, 59));
        amina.texts("STATUS").reads("erreichbar bis 18:00 Uhr");

        moveTo(today.atTime(18, 0));
        practice().dials(line).presses("1").hears("niemand im Dienst");
        seconds(10);
        amina.wasNeverDialled().texts("STATUS").reads("zurzeit nicht erreichbar");
    }

    @Test
    void offHoldsUntilTheWeekdayThatWasSaid() {
        var amina = interpreter("ar")
                .texts("Aus bis Montag 8 Uhr")
                .reads("nicht erreichbar bis Montag")
                .reads("08:00 Uhr");

        practice().dials(line).presses("1").hears("niemand im Dienst");
        seconds(10);
        amina.wasNeverDialled();
    }

    @Test
    void whoseTimeIsInDoubtIsAskedAndNothingChanges() {
        var amina = interpreterOffDuty("ar").texts("AN 14").reads("Welche Zeit meinen Sie?");
        amina.texts("an bis Freitag").reads("AN BIS 18").texts("AN 2-4").reads("AN 14-18");

        amina.texts("STATUS").reads("nicht erreichbar");
    }

    @Test
    void sentencesAboutSomethingElseSwitchNobodyOn() {
        var amina = interpreterOffDuty("ar");
        List.of("Bitte rufen Sie mich an", "Ich bin an der Reihe", "nicht an", "Ich bin gleich da")
                .forEach(text -> amina.texts(text).reads("nicht verstanden"));

        practice().dials(line).presses("1").hears("niemand im Dienst");
        seconds(10);
        amina.wasNeverDialled();
    }

    @Test
    void whoOptsInToEmergenciesByTextIsRungInOne() {
        var amina = interpreterOffDuty("ar").texts("Notfall an").reads("auch außerhalb Ihrer Zeiten");
        var doctor = practice().dials(line).presses("9").presses("1");
        seconds(2);
        amina.isRinging();
        doctor.hangsUp();
        seconds(10);

        amina.texts("NOTFALL AUS").reads("nur noch an, wenn Sie erreichbar sind");
        var another = practice().dials(line).presses("9").presses("1");
        seconds(2);
        amina.isIdle();
        another.hangsUp();
    }

    @Test
    void languageOfTheTextsIsHers() {
        var amina = interpreterOffDuty("ar").texts("SPRACHE EN").reads("we text you in English");
        amina.texts("AN BIS 18").reads("You are reachable until 18:00.");
        amina.texts("was?").reads("We did not understand");

        amina.texts("Sprache Klingonisch").reads("AR, DE, EN, RU, TR, UK");
        amina.texts("мова українська").reads("пишемо вам українською");
        texts.toInterpreter(new InterpreterId(amina.id()), "pause.unanswered").block();
        settle();
        amina.reads("Щоб повернутися, надішліть AN");
    }

    @Test
    void linkToHerPageIsSentAndNotKept() {
        var amina = interpreterOffDuty("ar").texts("PLAN").reads("Ihre Seite");
        var link = amina.inbox().getLast().replaceFirst("(?s).*?(http\\S+).*", "$1");

        assertThat(link).startsWith("https://");
        assertThat(tablesThatMention(link.substring(link.lastIndexOf('/') + 1))).isEmpty();
    }

    @Test
    void secondDeliveryOfTheWishForALinkMakesNoOtherLink() {
        NETWORK.interfere(Mishap.webhooks(Delivery.twice(), Kind.SMS));
        var amina = interpreterOffDuty("ar").texts("PLAN");
        NETWORK.interfere(Interference.NONE);

        assertThat(bodies()).anySatisfy(body -> assertThat(body).contains("https://"));
        assertThat(bodies()).anySatisfy(body -> assertThat(body).contains("eben geschickt"));
        assertThat(rows("select 1 from volunteer_link where created_at >= :began and interpreter_id = '" + amina.id()
                        + "'"))
                .hasSize(1);
    }

    @Test
    void twoMachinesThatUnderstandEachOtherFallSilent() {
        var amina = interpreter("ar");
        IntStream.range(0, 20).forEach(n -> amina.texts(n % 2 == 0 ? "Ich bin nicht erreichbar" : "STATUS"));

        assertThat(amina.inbox()).hasSize(6);
        pass(Duration.ofMinutes(59));
        amina.texts("WOCHE");
        assertThat(amina.inbox()).hasSize(6);
    }

    @Test
    void whatWeTextIsNoCommandToUs() {
        var amina = interpreterOffDuty("ar").texts("HILFE");
        seconds(1);
        amina.inbox().forEach(amina::texts);

        assertThat(commands(amina)).containsExactly("help", "not_understood");
    }

    private List<String> bodies() {
        return exchanges(Kind.SMS).stream().map(Exchange::responseBody).toList();
    }

    private List<String> commands(Person sender) {
        return rows("select command from text_received where received_at >= :began and interpreter_id = '" + sender.id()
                        + "' order by received_at, sid")
                .stream()
                .map(Map::values)
                .map(values -> values.stream().map(String::valueOf).collect(Collectors.joining()))
                .toList();
    }
}
