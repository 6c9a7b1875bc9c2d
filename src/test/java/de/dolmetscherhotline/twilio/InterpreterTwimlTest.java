package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.Caller;
import de.dolmetscherhotline.call.flow.Fate;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.call.flow.Offers;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.kernel.Subject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scene of an interpreter becomes TwiML that the vendor's own parser takes, with a text for every case. */
class InterpreterTwimlTest extends TwimlScenes {

    InterpreterTwimlTest() throws IOException {}

    @Test
    void noticeIsGivenToInterpretersInBothLanguagesOnce() {
        assertThat(toInterpreter(asking(practice(NOBODY), Need.of(ARABIC), false)))
                .contains(NOTICE, IN_ARABIC, inArabic(Utterances.NOTICE));
        assertThat(toInterpreter(asking(practice(NOBODY), Need.of(ARABIC), true)))
                .contains("drücken Sie die 1", "/keys/2")
                .doesNotContain(NOTICE, IN_ARABIC);
    }

    @Test
    void interpreterWhoLostTheCallerIsThankedAndMayWait() {
        var state = new CallState.CallerLost(request(practice(NOBODY)), OFFER, joining(true));

        assertThat(toInterpreter(state))
                .contains("Vielen Dank für Ihren Einsatz, Sie können auflegen", "bleiben Sie eine Minute am Apparat")
                .containsSubsequence("<Say", "<Play loop=\"10\">", "<Redirect", "/twilio/offers/" + OFFER + "/now");
    }

    @ParameterizedTest
    @EnumSource(OrganisationKind.class)
    void whisperTellsLanguageAndKindOfOrganisation(OrganisationKind kind) {
        var caller = new Caller(new OrganisationId(CALL.value()), kind, List.of(ARABIC), false, false, true, NOBODY);

        assertThat(toInterpreter(asking(caller, Need.of(ARABIC), false)))
                .contains("input=\"dtmf\"", "numDigits=\"1\"", "Arabisch", "Drücken Sie die 1")
                .contains("Mit der 3 lehnen Sie ab, falls Sie die Beteiligten kennen könnten")
                .contains("/twilio/offers/" + OFFER + "/keys/1")
                .doesNotContain(CALL.toString(), "Notfall");
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void whisperTellsTheSubjectAndThatItIsAnEmergency(Subject subject) {
        var need = Need.of(ARABIC).about(subject).inAnEmergency();

        assertThat(toInterpreter(asking(practice(NOBODY), need, false)))
                .containsPattern("Notfall\\. Dolmetscher-Hotline: Arabisch, eine Arztpraxis, \\p{Lu}\\p{Ll}+\\.");
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void everyFateHasLastWords(Fate fate) {
        var offers = new Offers(List.of(offer(Stage.ENDING, fate, true)), 1, 1, 0, 0);

        assertThat(toInterpreter(new CallState.Ended(Outcome.CONNECTED, offers)))
                .contains("<Say", "<Hangup/>");
    }

    @Test
    void unknownLegIsToldThatTheRequestExpired() {
        assertThat(toInterpreter(new CallState.TalkOver(request(practice(NOBODY)), NO_OFFERS)))
                .contains("abgelaufen", "<Hangup/>");
    }
}
