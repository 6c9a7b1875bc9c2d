package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/**
 * The strings of the speed-dial cards, dialled as telephones do: five keys a second, two seconds for each comma, from the moment
 * at which the line answers, while every message between the network and the hotline takes its time.
 */
class SpeedDialIT extends PhoneScriptIT {

    private static final String PIN = "4829137750";
    private static final Duration KEY = Duration.ofMillis(200);
    private static final Duration COMMA = Duration.ofSeconds(2);
    private static final Duration TRAVEL = Duration.ofMillis(900);
    private static final String OWN_CARD = "/portal/organisation/speed-dial";
    private static final String NEW_PIN = "/portal/organisation/pin";
    private static final Pattern STRING = Pattern.compile("0[0-9]+,,(?:Ihre PIN)?[0-9,#]+");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    @BeforeEach
    void theNetworkIsSlow() {
        NETWORK.interfere(new Interference() {
            @Override
            public Delivery onWebhook(Exchange.Kind kind, URI url, Map<String, String> params) {
                return Delivery.delayed(TRAVEL);
            }
        });
    }

    /** The row of this language on the card of the line, as people read it. */
    private String row(String tag) {
        var page = Answer.to(anonymous().get().uri("/languages/speed-dial?lang=de&line=" + presentLine()))
                .hasStatus(200)
                .body();
        var table = page.substring(page.indexOf("<tbody"));
        var language = table.indexOf("lang=\"" + tag + "\"");
        var row = table.substring(table.lastIndexOf("<tr", language), table.indexOf("</tr>", language));
        return MARKUP.matcher(row).replaceAll("");
    }

    private String withoutPin(String tag) {
        return string(tag, "([+0-9]+[0-9,]+)");
    }

    private String withPin(String tag) {
        return string(tag, "([+0-9]+[0-9,]+Ihre PIN#[0-9,]+#)").replace("Ihre PIN", PIN);
    }

    private String string(String tag, String form) {
        var found = Pattern.compile(form).matcher(row(tag));
        assertThat(found.find()).as(row(tag)).isTrue();
        return found.group(1);
    }

    /** Everything up to the first comma is the number, the rest is sent once the line has answered. */
    private void dials(Person caller, String string) {
        var number = string.substring(0, string.indexOf(','));
        assertThat("+49" + number.substring(1)).isEqualTo(line);
        caller.dials(line);
        for (char key : string.substring(number.length()).toCharArray()) {
            if (key == ',') {
                pass(COMMA);
            } else {
                caller.presses(String.valueOf(key));
                pass(KEY);
            }
        }
        pass(TRAVEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "rom", "so"})
    void fromARegisteredTelephoneOneKeyFindsAnInterpreter(String tag) {
        var interpreter = interpreter(tag);
        var doctor = practice();

        dials(doctor, withoutPin(tag));

        doctor.heard("Wir suchen jetzt").neverHeard("nicht verstanden").neverHeard("keine Eingabe");
        sessions().latestHas("language", tag);
        seconds(5);
        interpreter.picksUp();
        seconds(5);
        interpreter.presses("1");
        seconds(10);
        doctor.talksWith(interpreter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb"})
    void fromAnyOtherTelephoneThePinGoesFirst(String tag) {
        var organisation = organisationWithPin(PIN);
        interpreter(tag);
        var nurse = stranger();

        dials(nurse, withPin(tag));

        nurse.heard("Wir suchen jetzt").neverHeard("nicht verstanden").neverHeard("keine Eingabe");
        sessions().latestHas("language", tag).latestHas("organisationId", organisation.toString());
    }

    /** Where the network is fast, the hash key after the code interrupts what is said then: it is said from the start. */
    @Test
    void theHashKeyAfterTheCodeLosesNothingOfWhatIsSaidThen() {
        NETWORK.interfere(Interference.NONE);
        organisationWithPin(PIN);
        interpreter("ckb");
        var nurse = stranger();

        dials(nurse, withPin("ckb"));
        seconds(3);

        nurse.heard("Wir suchen jetzt").neverHeard("nicht verstanden").neverHeard("keine Eingabe");
        sessions().latestHas("language", "ckb");
    }

    @Test
    void theHashKeyAfterTheCodeDoesNotAnswerTheNextQuestion() {
        NETWORK.interfere(Interference.NONE);
        interpreter("ckb");
        var doctor = practiceThat("asksSubject");

        dials(doctor, withoutPin("ckb") + "#");
        seconds(3);

        doctor.heard("Worum geht es").neverHeard("Wir suchen jetzt");
        doctor.presses("1").hears("Wir suchen jetzt");
    }

    /** Why there is a comma within the code: without it the second key comes while nobody listens. */
    @Test
    void aCodeInOneGoIsTooFast() {
        interpreter("ckb");
        var doctor = practice();

        dials(doctor, withoutPin("ckb").replace("4,7", "47"));
        seconds(6);

        doctor.neverHeard("Wir suchen jetzt").heard("keine Eingabe");
    }

    @Test
    void thePinIsNowhereOnTheCard() {
        organisationWithPin(PIN);

        assertThat(row("ar")).contains("Ihre PIN").doesNotContain(PIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ckb", "ar"})
    void theCardOfAPracticeDialsFromItsTelephones(String tag) {
        interpreter(tag);
        var doctor = practiceThatOftenNeeds("ckb");
        var card = memberOf(doctor).opens(OWN_CARD).hasStatus(200).body();

        assertThat(onOwn(card, tag)).hasSize(1);
        dials(doctor, onOwn(card, tag).getFirst());

        doctor.heard("Wir suchen jetzt").neverHeard("nicht verstanden").neverHeard("keine Eingabe");
        sessions().latestHas("language", tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ckb", "ar"})
    void theCardThatComesWithANewPinDialsFromAnyOtherTelephone(String tag) {
        interpreter(tag);
        var practice = practiceThatOftenNeeds("ckb");
        var nurse = stranger();

        dials(nurse, onOwn(newPin(memberOf(practice)), tag).getLast());

        nurse.heard("Wir suchen jetzt").neverHeard("nicht verstanden").neverHeard("keine Eingabe");
        sessions()
                .latestHas("language", tag)
                .latestHas("organisationId", practice.id().toString());
    }

    @Test
    void thePinIsOnTheOwnCardOnlyWhileItIsShown() {
        var browser = memberOf(practice());
        var page = newPin(browser);
        var shown = onOwn(page, "ckb").getLast();
        var pin = shown.substring(shown.indexOf(",,") + 2, shown.indexOf('#'));

        var later = browser.opens(OWN_CARD).hasStatus(200).body();

        assertThat(pin).matches("[0-9]{6}");
        assertThat(page).doesNotContainPattern("(?:href|action|src)=\"[^\"]*" + pin);
        assertThat(onOwn(later, "ckb").getLast()).isEqualTo(shown.replace(pin, "Ihre PIN"));
        assertThat(later).doesNotContain(pin);
        assertThat(tablesThatMention(pin + "#")).isEmpty();
    }

    @Test
    void onlyStringsThatWorkForTheOrganisationAreOnItsCard() {
        var office = practiceWith("phoneNumbers", List.of());
        var browser = memberOf(office);

        assertThat(browser.opens(OWN_CARD).hasStatus(200).body())
                .contains("erkennt Ihre Einrichtung noch an keiner Nummer")
                .doesNotContain(",,");
        assertThat(onOwn(newPin(browser), "ar")).hasSize(1).first().asString().contains("#,4,0#");
    }

    private static String newPin(FormBrowser browser) {
        browser.opens(NEW_PIN).hasStatus(200);
        return browser.sends(NEW_PIN)
                .hasStatus(200)
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .body();
    }

    /** The strings of a language on an organisation's own card. */
    private static List<String> onOwn(String card, String tag) {
        var from = card.indexOf("data-language=\"" + tag + "\"");
        assertThat(from).isPositive();
        var language = card.substring(from, card.indexOf("</li>", from));
        return STRING.matcher(MARKUP.matcher(language).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
