package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.OwnDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever happens, the database does not know the numbers of people. */
class NothingInClearIT extends PhoneScriptIT {

    private static final String PIN = "7305518264";

    @Test
    void noNumberOfAnInterpreterOrABlockedCallerStandsInAnyColumnAfterAWholeScript() {
        var forTexts = Numbers.landline();
        var amina = interpreterWith(unmistakable("ar").with("textNumber", forTexts));
        var basma = interpreterWith(unmistakable("ar").with("calloutOptIn", true));
        var prankster = stranger();
        block(prankster);
        organisationWithPin(PIN);
        amina.goesOnDuty();
        basma.texts("HILFE").texts("STOP").texts("START").texts("STATUS");

        prankster.dials(line);
        seconds(20);
        var guest = stranger().dials(line).presses(PIN + "#").presses("1");
        seconds(2);
        amina.accepts();
        seconds(30);
        guest.talksWith(amina);
        amina.hangsUp();
        seconds(5);
        guest.hangsUp();
        amina.goesOffDuty();
        pass(Duration.ofMinutes(5));
        practice().dials(line).presses("1");
        pass(Duration.ofMinutes(2));
        assertThat(basma.inbox()).anySatisfy(text -> assertThat(text).contains("Arabisch wird jetzt gebraucht"));

        assertThat(OwnDatabase.findAnywhere(
                        database(),
                        digits(amina.phone().number(), forTexts, basma.phone().number())))
                .isEmpty();
        assertThat(OwnDatabase.findAnywhere(database(), digits(prankster.phone().number())))
                .isEmpty();
        assertThat(OwnDatabase.findAnywhere(database(), List.of(PIN))).isEmpty();
        assertThat(OwnDatabase.findAnywhere(database(), digits(line)))
                .as("numbers of offices are no secret, and the search finds what is there")
                .isNotEmpty();
    }

    /** With a number that no other test puts into the same database, and a name that does not repeat it. */
    private Body unmistakable(String language) {
        return aProfile(language).with("name", "Amina Haddad").with("phoneNumber", Numbers.landline());
    }

    /** Without the sign in front, and without the country: however a number is written, this is in it. */
    private static List<String> digits(String... numbers) {
        return Stream.of(numbers).map(number -> number.substring(3)).toList();
    }
}
