package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Detail;
import de.dolmetscherhotline.call.flow.ClosedHours;
import de.dolmetscherhotline.call.flow.Destination;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.call.flow.Offers;
import de.dolmetscherhotline.call.flow.Request;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.Outcome;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scene of a caller becomes TwiML that the vendor's own parser takes, with a text for every case. */
class CallerTwimlTest extends TwimlScenes {

    CallerTwimlTest() throws IOException {}

    @ParameterizedTest
    @EnumSource(Asking.class)
    void closedLineTellsItsChoicesAndNoOthers(Asking asking) {
        assertThat(toCaller(closed(null, EnumSet.allOf(ClosedHours.Choice.class), asking)))
                .contains("zurzeit nicht besetzt", "drücken Sie die 9", "mit der 0", "drücken Sie die 2")
                .contains("input=\"dtmf\"", "numDigits=\"1\"", "actionOnEmptyResult=\"true\"", KEYS);
        assertThat(toCaller(closed(null, EnumSet.of(ClosedHours.Choice.EMERGENCY), asking)))
                .contains("drücken Sie die 9")
                .doesNotContain("mit der 0", "drücken Sie die 2");
        assertThat(toCaller(closed(null, Set.of(), asking))).doesNotContain("Sie die 9", "mit der 0", "Sie die 2");
    }

    @Test
    void closedLineHasItsOwnSentence() {
        assertThat(toCaller(closed("Wir sind ab Montag um 8 Uhr wieder da.", Set.of(), Asking.FIRST)))
                .contains("Wir sind ab Montag um 8 Uhr wieder da.")
                .doesNotContain("zurzeit nicht besetzt");
    }

    @ParameterizedTest
    @EnumSource(Asking.class)
    void pinIsAskedForWithKeysOnlyAndTheHashKeyEndsIt(Asking asking) {
        assertThat(toCaller(new CallState.Identifying(EVERYBODY, 3, false, asking)))
                .contains("input=\"dtmf\"", "finishOnKey=\"#\"", "actionOnEmptyResult=\"true\"", "PIN", KEYS)
                .containsSubsequence("timeout=\"5\"", "<Say", "<Pause length=\"3\"/>", "</Gather>")
                .doesNotContain("numDigits");
    }

    @Test
    void coordinatorIsMentionedWhereThereIsOne() {
        var sentence = "Mit der 0 erreichen Sie die Koordinierungsstelle.";
        assertThat(toCaller(new CallState.Identifying(EVERYBODY, 3, false, Asking.FIRST)))
                .contains("Mit der 0 und der Raute-Taste erreichen Sie die Koordinierungsstelle.");
        assertThat(List.of(
                        choosing(practice(EVERYBODY), Asking.FIRST),
                        unserved(practice(EVERYBODY), Outcome.NO_COVERAGE, Asking.FIRST)))
                .allSatisfy(state -> assertThat(toCaller(state)).contains(sentence));
        assertThat(List.of(
                        new CallState.Identifying(NOBODY, 3, false, Asking.FIRST),
                        choosing(practice(NOBODY), Asking.FIRST),
                        unserved(practice(NOBODY), Outcome.NO_COVERAGE, Asking.FIRST)))
                .allSatisfy(state -> assertThat(toCaller(state)).doesNotContain("Koordinierungsstelle"));
    }

    @ParameterizedTest
    @EnumSource(value = Asking.class, mode = EnumSource.Mode.EXCLUDE, names = "FOR_MORE_KEYS")
    void languageKeyActsAtOnceAndTheLanguageMayAlsoBeSaid(Asking asking) {
        assertThat(toCaller(choosing(practice(EVERYBODY), asking)))
                .contains("Für Arabisch drücken Sie die 1", "Im Notfall drücken Sie die 9")
                .contains("numDigits=\"1\"", "actionOnEmptyResult=\"true\"", KEYS)
                .contains("input=\"dtmf speech\"", "language=\"de-DE\"", "speechTimeout=\"auto\"")
                .containsPattern("hints=\"[^\"]*Arabisch,[^\"]*Tigrinya");
    }

    @Test
    void wherePeopleAreNotToSpeakOnlyKeysAreListenedFor() {
        var view = view(choosing(practice(EVERYBODY), Asking.FIRST), null);

        assertThat(parsed(callers(false).render(view)))
                .contains("input=\"dtmf\"", "numDigits=\"1\"")
                .doesNotContain("speech", "hints");
    }

    @Test
    void restOfALanguageCodeIsAwaitedInSilence() {
        var state = new CallState.ChoosingLanguage(
                practice(EVERYBODY), "4", null, 3, false, Asking.FOR_MORE_KEYS, NO_OFFERS);

        assertThat(toCaller(state)).contains("<Gather", "input=\"dtmf\"").doesNotContain("<Say");
    }

    @Test
    void languageThatWasSpokenIsReadBackAndConfirmedByKeyOnly() {
        var state = new CallState.ChoosingLanguage(practice(EVERYBODY), "", ARABIC, 3, false, Asking.FIRST, NO_OFFERS);

        assertThat(toCaller(state))
                .contains("Sie haben Arabisch gesagt. Drücken Sie die 1, wenn das stimmt")
                .contains("input=\"dtmf\"", "numDigits=\"1\"", KEYS);
    }

    @ParameterizedTest
    @EnumSource(Asking.class)
    void everyDetailIsOneKey(Asking asking) {
        for (var detail : Detail.values()) {
            var state = new CallState.Detailing(practice(EVERYBODY), Need.of(ARABIC), detail, 3, asking, NO_OFFERS);
            assertThat(toCaller(state))
                    .contains("<Say", "drücken Sie die 1", "input=\"dtmf\"", "numDigits=\"1\"", KEYS);
        }
    }

    @Test
    void waitingCallerHearsTheirHonestChance() {
        assertThat(toCaller(waiting(new Announcement(1, 1, 0, Asking.FIRST))))
                .contains("klingelt ein Telefon", "<Play>");
        assertThat(toCaller(waiting(new Announcement(1, 3, 0, Asking.FIRST)))).contains("klingeln 3 Telefone");
        assertThat(toCaller(waiting(new Announcement(1, 0, 0, Asking.FIRST)))).contains("alle im Gespräch");
        assertThat(toCaller(waiting(new Announcement(1, 0, 1, Asking.FIRST))))
                .contains("Vor Ihnen wartet noch ein Anruf");
        assertThat(toCaller(waiting(new Announcement(1, 0, 3, Asking.FIRST))))
                .contains("Vor Ihnen warten noch 3 Anrufe");
        assertThat(toCaller(waiting(BEGIN))).contains("Wir suchen jetzt", "Arabisch");
    }

    @ParameterizedTest
    @EnumSource(Asking.class)
    void waitingCallerMayAskToBeRungBackWhereANumberIsOnRecord(Asking asking) {
        var told = new Announcement(1, 0, 0, asking);
        var again = new Announcement(2, 0, 0, asking);
        assertThat(toCaller(waiting(told))).contains("Sollen wir Sie zurückrufen", "numDigits=\"1\"", KEYS);
        assertThat(toCaller(waiting(again))).contains("Für einen Rückruf die 1", "numDigits=\"1\"", KEYS);
        assertThat(List.of(told, again))
                .allSatisfy(announcement -> assertThat(
                                toCaller(new CallState.Searching(request(withoutNumber()), announcement, 0, NO_OFFERS)))
                        .doesNotContain("zurückrufen", "Rückruf"));
    }

    @Test
    void whatIsSaidFirstOffersNothingButIsFollowedSoonByWhatDoes() {
        assertThat(toCaller(waiting(BEGIN)))
                .contains("numDigits=\"1\"", "timeout=\"1\"", "actionOnEmptyResult=\"true\"", KEYS)
                .doesNotContain("zurückrufen", "Rückruf", "<Play>");
    }

    @Test
    void noticeIsGivenToTheOrganisationAndToWhoeverItCallsFor() {
        assertThat(toCaller(choosing(practice(EVERYBODY), Asking.FIRST))).contains(NOTICE);
        assertThat(toCaller(choosing(practice(EVERYBODY), Asking.AGAIN_NOT_UNDERSTOOD)))
                .doesNotContain(NOTICE);
        assertThat(toCaller(waiting(BEGIN))).contains(IN_ARABIC, inArabic(Utterances.NOTICE));
        assertThat(toCaller(waiting(new Announcement(1, 1, 0, Asking.FIRST)))).doesNotContain(IN_ARABIC);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"NO_COVERAGE", "NOBODY_ANSWERED", "INTERRUPTED"})
    void whoeverCannotBeServedHearsSoAndWhatTheyCanDoInstead(Outcome why) {
        assertThat(toCaller(unserved(practice(EVERYBODY), why, Asking.FIRST)))
                .contains("Arabisch", "leider niemand", inArabic(Utterances.NOBODY_AVAILABLE), "numDigits=\"1\"", KEYS)
                .containsSubsequence(
                        "Sollen wir Sie zurückrufen, sobald jemand gefunden ist, drücken Sie die 1.",
                        "Für einen kostenpflichtigen Dolmetscherdienst drücken Sie die 2.",
                        "Im Notfall drücken Sie die 9.",
                        "legen Sie einfach auf");
        assertThat(toCaller(unserved(practice(EVERYBODY), why, Asking.AGAIN_NOTHING_PRESSED)))
                .contains("keine Eingabe", "leider niemand")
                .doesNotContain(IN_ARABIC);
    }

    @Test
    void nobodyIsOfferedWhatDoesNotExist() {
        assertThat(toCaller(unserved(withoutNumber(), Outcome.NO_COVERAGE, Asking.FIRST)))
                .doesNotContain("zurückrufen", "kostenpflichtig", "Koordinierungsstelle");
        var emergency = new Request(practice(EVERYBODY), Need.of(ARABIC).inAnEmergency(), false, false, false, 0);
        assertThat(toCaller(new CallState.Unserved(emergency, Outcome.NO_COVERAGE, Asking.FIRST, NO_OFFERS)))
                .doesNotContain("drücken Sie die 9");
    }

    @ParameterizedTest
    @EnumSource(Destination.class)
    void transferDialsTheNumberOnRecordAndShowsTheLine(Destination to) {
        var view = view(
                new CallState.Transferring(to, false, choosing(practice(EVERYBODY), Asking.FIRST)),
                new CallView.Transfer(COORDINATOR, LINE));

        assertThat(parsed(callers.render(view)))
                .containsSubsequence("<Say", "<Dial", "<Number", ">+493023125001</Number>", "</Dial>")
                .contains("callerId=\"+493023125000\"", "answerOnBridge=\"true\"", "timeLimit=\"7200\"")
                .contains("action=\"" + TRANSFERS + "/over\"")
                .contains("statusCallback=\"" + TRANSFERS + "/status\"", "statusCallbackEvent=\"answered\"")
                .doesNotContain("record");
    }

    @Test
    void onlyTheProfessionalProviderIsSaidToCostMoney() {
        assertThat(toCaller(transferring(Destination.PROFESSIONAL_PROVIDER))).contains("kostenpflichtig");
        assertThat(toCaller(transferring(Destination.COORDINATOR)))
                .contains("Koordinierungsstelle")
                .doesNotContain("kostenpflichtig");
    }

    @Test
    void transferToANumberThatIsNoLongerOnRecordComesBackAtOnce() {
        assertThat(toCaller(transferring(Destination.COORDINATOR)))
                .contains("<Redirect", TRANSFERS + "/over")
                .doesNotContain("<Dial");
    }

    @Test
    void whoeverIsRungBackProvesByKeyThatItIsAHuman() {
        var offers = new Offers(List.of(offer(Stage.JOINING, null, true)), 1, 1, 0, 0);
        var state = new CallState.Recalling(request(practice(NOBODY)), OFFER, null, offers);

        assertThat(toCaller(state))
                .contains("mit Ihrem Rückruf", "Arabisch", "Drücken Sie die 1")
                .contains("input=\"dtmf\"", "numDigits=\"1\"", KEYS);
        assertThat(toInterpreter(state))
                .contains("Wir rufen die Einrichtung jetzt zurück")
                .containsSubsequence("<Say", "<Play loop=\"10\">", "<Redirect", "/twilio/offers/" + OFFER + "/now");
    }

    @Test
    void bothSidesBringTheSameConferenceAttributesAndNothingIsRecorded() {
        var state = new CallState.Connected(request(practice(NOBODY)), OFFER, false, 2, joining(true));

        var attributes = "beep=\"false\" startConferenceOnEnter=\"true\" endConferenceOnExit=\"true\"";
        assertThat(List.of(toCaller(state), toInterpreter(state)))
                .allSatisfy(twiml -> assertThat(twiml)
                        .contains("record=\"do-not-record\"", OFFER.toString(), "/rooms/" + OFFER, "timeLimit=\"7200\"")
                        .contains(attributes.split(" ")));
    }

    @Test
    void wishThatCouldNotBeMetIsToldToTheCallerBeforeTheConversation() {
        assertThat(toCaller(bridging(false)))
                .containsSubsequence(
                        "<Say", "Leider konnten wir Ihren Wunsch, ob Frau oder Mann, nicht erfüllen", "<Dial");
        assertThat(toCaller(bridging(true))).doesNotContain("Wunsch");
        assertThat(toInterpreter(bridging(false))).doesNotContain("Wunsch");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeHasLastWords(Outcome outcome) {
        assertThat(toCaller(new CallState.Farewell(outcome, Need.of(ARABIC), NO_OFFERS)))
                .contains("<Say", "<Hangup/>");
        assertThat(toCaller(new CallState.Farewell(outcome, null, NO_OFFERS))).contains("<Say", "<Hangup/>");
    }

    @Test
    void ratingIsOneKeyAndWhoeverWasCutOffStays() {
        assertThat(toCaller(new CallState.TalkOver(request(practice(NOBODY)), NO_OFFERS)))
                .contains("numDigits=\"1\"", "actionOnEmptyResult=\"true\"", "1 für gar nicht bis 5")
                .contains("Wurde die Verbindung unterbrochen, bleiben Sie am Apparat");
    }
}
