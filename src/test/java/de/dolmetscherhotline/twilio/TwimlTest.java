package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.VoiceResponse;
import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromUnknownNumber;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Attended;
import de.dolmetscherhotline.call.flow.CallState.Detail;
import de.dolmetscherhotline.call.flow.Caller;
import de.dolmetscherhotline.call.flow.ClosedHours;
import de.dolmetscherhotline.call.flow.Destination;
import de.dolmetscherhotline.call.flow.Fate;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.call.flow.Offers;
import de.dolmetscherhotline.call.flow.Request;
import de.dolmetscherhotline.call.flow.Services;
import de.dolmetscherhotline.call.guest.GuestView;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.LanguagesFixture;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scene becomes TwiML that the vendor's own parser takes, with a text for every case. */
class TwimlTest {

    private static final CallId CALL = CallId.random();
    private static final OfferId OFFER = OfferId.random();
    private static final GuestId GUEST = GuestId.random();
    private static final String GUESTS = "https://hotline.example.org/twilio/guests/" + GUEST;
    private static final Language ARABIC = new Language("ar");
    private static final Offers NO_OFFERS = new Offers(List.of(), 0, 0, 0, 0);
    private static final Services EVERYBODY = new Services(true, true);
    private static final Services NOBODY = new Services(false, false);
    private static final Announcement BEGIN = new Announcement(0, 0, 0, Asking.FIRST);
    private static final PhoneNumber COORDINATOR = new PhoneNumber("+493023125001");
    private static final PhoneNumber LINE = new PhoneNumber("+493023125000");

    private static final String KEYS = "https://hotline.example.org/twilio/calls/" + CALL + "/keys/7";
    private static final String TRANSFERS = "https://hotline.example.org/twilio/calls/" + CALL + "/transfers/7";
    private static final String NOTICE = "zur Verschwiegenheit verpflichtet. Es wird nichts aufgezeichnet.";
    private static final String IN_ARABIC = "language=\"ar-XA\"";

    private final WebhookUrls urls = new WebhookUrls(new TwilioSettings(
            "AC00000000000000000000000000000000",
            "token",
            "",
            URI.create("https://api.twilio.com"),
            "https://hotline.example.org/"));
    private final Languages languages;
    private final Prompts prompts;
    private final Utterances utterances;
    private final CallerTwiml callers;
    private final InterpreterTwiml interpreters;
    private final GuestTwiml guests;

    TwimlTest() throws IOException {
        languages = LanguagesFixture.builtIn();
        prompts = new Prompts(languages);
        utterances = new Utterances(languages, prompts, new Recordings("no-such-directory"), urls);
        callers = callers(true);
        interpreters = new InterpreterTwiml(urls, prompts, utterances, Duration.ofHours(2));
        guests = new GuestTwiml(urls, prompts, utterances, Duration.ofHours(2));
    }

    private CallerTwiml callers(boolean listening) {
        var speech = new SpokenLanguages(languages, listening);
        return new CallerTwiml(urls, prompts, utterances, speech, Duration.ofHours(2));
    }

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

    @Test
    void noticeIsGivenToInterpretersInBothLanguagesOnce() {
        assertThat(toInterpreter(asking(practice(NOBODY), Need.of(ARABIC), false)))
                .contains(NOTICE, IN_ARABIC, inArabic(Utterances.NOTICE));
        assertThat(toInterpreter(asking(practice(NOBODY), Need.of(ARABIC), true)))
                .contains("drücken Sie die 1", "/keys/2")
                .doesNotContain(NOTICE, IN_ARABIC);
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
        var emergency = new Request(practice(EVERYBODY), Need.of(ARABIC).inAnEmergency(), false, false, 0);
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

    @Test
    void interpreterWhoLostTheCallerIsThankedAndMayWait() {
        var state = new CallState.CallerLost(request(practice(NOBODY)), OFFER, joining(true));

        assertThat(toInterpreter(state))
                .contains("Vielen Dank für Ihren Einsatz, Sie können auflegen", "bleiben Sie eine Minute am Apparat")
                .containsSubsequence("<Say", "<Play loop=\"10\">", "<Redirect", "/twilio/offers/" + OFFER + "/now");
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

    private static CallState closed(@Nullable String text, Set<ClosedHours.Choice> choices, Asking asking) {
        return new CallState.Closed(new FromUnknownNumber(EVERYBODY), new ClosedHours(text, choices), 3, asking);
    }

    private static Attended choosing(Caller caller, Asking asking) {
        return new CallState.ChoosingLanguage(caller, "", null, 3, false, asking, NO_OFFERS);
    }

    private static CallState waiting(Announcement announcement) {
        return new CallState.Searching(request(practice(NOBODY)), announcement, 0, NO_OFFERS);
    }

    private static CallState asking(Caller caller, Need need, boolean again) {
        var offer = new Offer(OFFER, InterpreterId.random(), true, Stage.LISTENING, null, again);
        var request = new Request(caller, need, false, false, 0);
        return new CallState.Searching(request, BEGIN, 0, new Offers(List.of(offer), 1, 1, 0, 0));
    }

    private static CallState unserved(Caller caller, Outcome why, Asking asking) {
        return new CallState.Unserved(request(caller), why, asking, NO_OFFERS);
    }

    private static CallState transferring(Destination to) {
        return new CallState.Transferring(to, false, choosing(practice(EVERYBODY), Asking.FIRST));
    }

    private static CallState bridging(boolean asWished) {
        return new CallState.Bridging(request(practice(NOBODY)), OFFER, false, false, 0, false, joining(asWished));
    }

    private static Offers joining(boolean asWished) {
        return new Offers(List.of(offer(Stage.JOINING, null, asWished)), 1, 1, 0, 0);
    }

    private static Request request(Caller caller) {
        return new Request(caller, Need.of(ARABIC), false, false, 0);
    }

    private static Caller practice(Services services) {
        return new Caller(
                new OrganisationId(CALL.value()),
                OrganisationKind.PRACTICE,
                List.of(ARABIC),
                false,
                false,
                true,
                services);
    }

    private static Caller withoutNumber() {
        return new Caller(
                new OrganisationId(CALL.value()),
                OrganisationKind.PRACTICE,
                List.of(ARABIC),
                false,
                false,
                false,
                NOBODY);
    }

    private static Offer offer(Stage stage, @Nullable Fate fate, boolean asWished) {
        return new Offer(OFFER, InterpreterId.random(), asWished, stage, fate, false);
    }

    private String inArabic(String key) {
        return prompts.textIn(ARABIC, key).orElseThrow();
    }

    private String toCaller(CallState state) {
        return parsed(callers.render(view(state, null)));
    }

    private String toInterpreter(CallState state) {
        return parsed(interpreters.render(view(state, null), OFFER));
    }

    private static CallView view(CallState state, CallView.@Nullable Transfer transfer) {
        return new CallView(CALL, 7, state, transfer);
    }

    /** The vendor's parser refuses several words in one list attribute, although its builder writes them. */
    private static String parsed(String xml) {
        var readable = xml.replace("statusCallbackEvent=\"start end join leave\"", "statusCallbackEvent=\"start\"")
                .replace("input=\"dtmf speech\"", "input=\"dtmf\"");
        assertThat(VoiceResponse.Builder.fromXml(readable).build().toXml()).isNotBlank();
        return xml;
    }

    @Test
    void guestIsAskedForTheKeyInTwoLanguagesAndNothingIsNamed() {
        var question = new GuestView.Scene.Question(ARABIC, OrganisationKind.HOSPITAL, false);
        assertThat(toGuest(question))
                .contains("Es ruft an: ein Krankenhaus", NOTICE, IN_ARABIC, inArabic(Utterances.GUEST_INVITED))
                .contains(inArabic(Utterances.NOTICE), "input=\"dtmf\"", "numDigits=\"1\"", GUESTS + "/keys/1");
        assertThat(toGuest(new GuestView.Scene.Question(ARABIC, OrganisationKind.HOSPITAL, true)))
                .contains("Drücken Sie bitte die 1", inArabic(Utterances.GUEST_INVITED), GUESTS + "/keys/2")
                .doesNotContain("Krankenhaus");
    }

    @Test
    void guestNeitherBeginsTheConversationNorEndsItNorMakesASound() {
        assertThat(toGuest(new GuestView.Scene.InRoom(CALL, OFFER)))
                .contains("startConferenceOnEnter=\"false\"", "endConferenceOnExit=\"false\"", "beep=\"false\"")
                .contains("record=\"do-not-record\"", "participantLabel=\"guest-" + GUEST + "\"", GUESTS + "/left")
                .contains(">" + OFFER + "</Conference>", "/twilio/calls/" + CALL + "/rooms/" + OFFER);
        assertThat(GuestTwiml.guest("guest-" + GUEST)).contains(GUEST);
        assertThat(List.of("caller", "interpreter", "guest-", "guest-1", "x-guest-" + GUEST))
                .allSatisfy(label -> assertThat(GuestTwiml.guest(label)).isEmpty());
    }

    @Test
    void guestHearsMusicOrWaitsOrIsBiddenFarewell() {
        assertThat(toGuest(new GuestView.Scene.Music())).contains("<Play", GUESTS + "/now");
        assertThat(toGuest(new GuestView.Scene.Waiting(ARABIC)))
                .contains("Sie können auflegen", inArabic(Utterances.PLEASE_WAIT), "<Play", GUESTS + "/now");
        assertThat(toGuest(new GuestView.Scene.Goodbye())).contains("für Sie beendet", "<Hangup/>");
        assertThat(parsed(guests.holdMusic(GUEST))).contains("<Play", GUESTS + "/music");
    }

    private String toGuest(GuestView.Scene scene) {
        return parsed(guests.render(new GuestView(GUEST, scene)));
    }
}
