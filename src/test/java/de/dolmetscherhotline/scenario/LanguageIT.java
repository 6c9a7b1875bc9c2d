package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which language: by key of the spoken menu, or by code. */
class LanguageIT extends PhoneScriptIT {

    private String code(String tag) {
        return JsonPath.<List<String>>read(get("/api/v1/languages").body(), "$[?(@.tag=='" + tag + "')].code")
                .getFirst();
    }

    @Test
    void favouritesOfTheOrganisationComeBeforeThoseOfTheLine() {
        practiceThatOftenNeeds("fa", "ps")
                .dials(line)
                .heardInTurn(
                        "Für Farsi (Persisch) drücken Sie die 1",
                        "Für Paschtu drücken Sie die 2",
                        "Für Arabisch drücken Sie die 3")
                .neverHeard("drücken Sie die 4");
    }

    @Test
    void favouriteThatTheLineHasTooIsOfferedOnce() {
        practiceThatOftenNeeds("uk")
                .dials(line)
                .heardInTurn(
                        "Für Ukrainisch drücken Sie die 1",
                        "Für Arabisch drücken Sie die 2",
                        "Für Tigrinya drücken Sie die 3")
                .neverHeard("drücken Sie die 4");
    }

    @Test
    void menuKeyActsAtOnce() {
        interpreter("uk");

        practice().dials(line).presses("2").hears("Wir suchen jetzt").hears("Ukrainisch");

        sessions().latestHas("language", "uk");
        assertThat(sessions().time("languageChosenAt")).isEqualTo(CLOCK.instant());
    }

    @Test
    void codeMayEndWithTheHashKey() {
        interpreter("ckb");

        practice()
                .dials(line)
                .presses(code("ckb") + "#")
                .hears("Wir suchen jetzt")
                .hears("Sorani");
    }

    @Test
    void codeMayBeTypedInOneGo() {
        interpreter("ckb");

        practice().dials(line).presses(code("ckb")).hears("Wir suchen jetzt").hears("Sorani");

        sessions().latestHas("language", "ckb");
    }

    @Test
    void codeMayBeTypedKeyByKey() {
        interpreter("ckb");
        var keys = code("ckb");

        var doctor = practice().dials(line);
        seconds(2);
        doctor.presses(keys.substring(0, 1));
        seconds(2);
        doctor.presses(keys.substring(1)).hears("Wir suchen jetzt").hears("Sorani");
    }

    @Test
    void codeOfALanguageInTheMenuWorksAsWell() {
        interpreter("ar");

        practice().dials(line).presses(code("ar")).hears("Wir suchen jetzt").hears("Arabisch");
    }

    @Test
    void codeThatStaysIncompleteIsAskedForAgain() {
        interpreter("ckb");
        var doctor = practice().dials(line).presses(code("ckb").substring(0, 1));
        seconds(5);

        doctor.hears("keine Eingabe").hears("Für Arabisch drücken Sie die 1");
        doctor.presses(code("ckb")).hears("Sorani");
    }

    @Test
    void starRepeatsTheMenuAsOftenAsWanted() {
        interpreter("ar");
        var doctor = practice().dials(line);

        for (int i = 0; i < 10; i++) {
            seconds(3);
            doctor.presses("*").hears("Für Arabisch drücken Sie die 1");
        }

        assertThat(doctor.timesHeard("Für Arabisch drücken Sie die 1")).hasSize(11);
        doctor.presses("1").hears("Wir suchen jetzt");
    }

    @Test
    void wrongKeyIsAskedAgain() {
        openALineFor("ar", "uk");
        interpreter("ar");

        practice()
                .dials(line)
                .presses("3")
                .hears("nicht verstanden")
                .hears("Für Arabisch drücken Sie die 1")
                .presses("1")
                .hears("Wir suchen jetzt");
    }

    @Test
    void whoeverPressesOnlyWrongKeysIsBiddenFarewell() {
        openALineFor("ar", "uk");
        var caller =
                practice().dials(line).presses("3").presses("3").presses("3").presses("3");

        caller.hears("keine Sprache verstanden");
        seconds(15);
        caller.isIdle();
        sessions().count(1).latestHas("outcome", "no_language_chosen").latestHas("language", null);
    }

    @Test
    void whoeverPressesNothingIsAskedAgainAndFinallyBiddenFarewell() {
        var caller = practice().dials(line);
        seconds(150);

        caller.heardInTurn(
                        "Welche Sprache", "keine Eingabe", "keine Eingabe", "keine Eingabe", "keine Sprache verstanden")
                .isIdle();
        sessions().count(1).latestHas("outcome", "no_language_chosen");
        assertThat(dials()).isEmpty();
    }

    @Test
    void starWhileWaitingChoosesAnotherLanguageAndStopsTheRinging() {
        var amina = interpreter("ar");
        var olena = interpreter("uk");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging();

        doctor.presses("*").hears("Welche Sprache");
        amina.isIdle().isFree();
        doctor.presses("2").hears("Wir suchen jetzt").hears("Ukrainisch");
        seconds(2);
        olena.accepts();
        seconds(5);

        doctor.talksWith(olena);
        sessions().count(1).latestHas("language", "uk");
        assertThat(sessions().fatesOf(amina)).containsExactly("withdrawn");
        assertThat(sessions().fatesOf(olena)).containsExactly("accepted");
        assertThat(amina.memory().timesAsked()).isZero();
    }

    @Test
    void interpreterWhoWasListeningHearsThatTheCallIsSettledWhenAnotherLanguageIsChosen() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.picksUp().hears("Arabisch");

        doctor.presses("*");

        amina.hears("Der Anruf hat sich erledigt");
        seconds(10);
        amina.isIdle().isFree();
    }

    @Test
    void whoeverChoosesTheSameLanguageAgainReachesTheSamePeople() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        doctor.presses("*").presses("1");
        seconds(2);

        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
    }

    @Test
    void languageChosenSecondForWhichNobodyIsOnDutyCountsAsUncovered() {
        interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);

        doctor.presses("*").presses("2").hears("Für Ukrainisch ist zurzeit leider niemand im Dienst");
        doctor.hangsUp();

        sessions().count(1).latestHas("outcome", "no_coverage").latestHas("language", "uk");
    }
}
