package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls: known by number, else by PIN; and calls to numbers that are no line. */
class ArrivalIT extends PhoneScriptIT {

    private static final String PIN = "482913";

    @Test
    void callToANumberThatIsNoLineIsToldSoAndLogged() {
        var number = Numbers.landline();
        connect(number);

        var caller = practice().dials(number).hears("keine Dolmetscher-Hotline eingerichtet");
        seconds(20);

        caller.isIdle();
        sessions()
                .count(1)
                .latestHas("outcome", "unknown_line")
                .latestHas("lineId", null)
                .latestHas("organisationId", null);
    }

    @Test
    void knownNumberIsAskedForTheLanguageAtOnce() {
        practice().dials(line).hears("Welche Sprache").neverHeard("PIN");

        assertThat(sessions().count(1).latest("organisationId")).isNotNull();
    }

    @Test
    void unknownNumberIsLetInByThePin() {
        var organisation = organisationWithPin(PIN);

        stranger().dials(line).hears("geben Sie die PIN").presses(PIN + "#").hears("Welche Sprache");

        sessions().count(1).latestHas("organisationId", organisation.toString());
    }

    @Test
    void pinWithoutTheHashKeyCountsAfterAPause() {
        organisationWithPin(PIN);

        var caller = stranger().dials(line).presses(PIN);
        caller.hears("geben Sie die PIN");
        seconds(9);

        caller.hears("Welche Sprache");
    }

    @Test
    void wrongPinIsAskedForAgainAndTheThirdOneIsTheLast() {
        organisationWithPin(PIN);

        var caller = stranger().dials(line);
        caller.presses("000000#").hears("nicht verstanden").hears("geben Sie die PIN");
        caller.presses("111111#").hears("nicht verstanden").hears("geben Sie die PIN");
        caller.presses("222222#").hears("Ohne gültige PIN");
        seconds(20);

        caller.isIdle();
        sessions().count(1).latestHas("outcome", "refused_unknown_caller").latestHas("organisationId", null);
    }

    @Test
    void thirdPinMayBeTheRightOne() {
        organisationWithPin(PIN);

        stranger()
                .dials(line)
                .presses("000000#")
                .presses("111111#")
                .presses(PIN + "#")
                .hears("Welche Sprache");
    }

    @Test
    void silenceInsteadOfThePinIsAskedAgainAndRefusedInTheEnd() {
        var caller = stranger().dials(line);
        seconds(90);

        caller.heardInTurn("geben Sie die PIN", "keine Eingabe", "keine Eingabe", "Ohne gültige PIN")
                .isIdle();
        sessions().count(1).latestHas("outcome", "refused_unknown_caller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "", "+266696687", "+7378742833", "Restricted"})
    void callerWhoHidesTheNumberIsAskedForThePin(String shown) {
        organisationWithPin(PIN);

        practice()
                .dialsAs(shown, line)
                .hears("geben Sie die PIN")
                .presses(PIN + "#")
                .hears("Welche Sprache");
    }

    @Test
    void callerWhoHidesTheNumberGetsAnInterpreter() {
        organisationWithPin(PIN);
        var amina = interpreter("ar");

        var doctor = practice().dialsAs("anonymous", line).presses(PIN + "#").presses("1");
        seconds(2);
        amina.accepts();
        seconds(5);

        doctor.talksWith(amina);
    }

    @Test
    void numbersAndPinsOfAnotherDistrictDoNotCount() {
        organisationWithPin(PIN);
        var neighbour = practice();
        moveToAnotherDistrict();

        neighbour.dials(line).hears("geben Sie die PIN").presses(PIN + "#").hears("nicht verstanden");
    }

    @Test
    void keysPressedForThePinAreNeverWrittenDown() {
        organisationWithPin(PIN);
        stranger().dials(line).presses("735162#").presses(PIN + "#").presses("1");
        seconds(30);

        for (var secret : new String[] {PIN, "735162"}) {
            assertThat(rows("select 1 from call_event where detail::text like '%" + secret + "%'"
                            + " and happened_at >= :began"))
                    .isEmpty();
            assertThat(rows("select 1 from call where state::text like '%" + secret + "%' and dialled_at >= :began"))
                    .isEmpty();
            assertThat(rows("select 1 from inbox where message_key like '%" + secret + "%' and received_at >= :began"))
                    .isEmpty();
            assertThat(rows("select 1 from work where payload::text like '%" + secret + "%' and created_at >= :began"))
                    .isEmpty();
            assertThat(sessions().answer().body()).doesNotContain(secret);
        }
        assertThat(rows("select 1 from call_event where happened_at >= :began")).isNotEmpty();
    }
}
