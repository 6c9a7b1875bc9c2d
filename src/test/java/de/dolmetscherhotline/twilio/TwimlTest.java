package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.VoiceResponse;
import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.Caller;
import de.dolmetscherhotline.call.flow.Fate;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.call.flow.Offers;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.language.LanguagesFixture;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scene becomes TwiML that the vendor's own parser takes, with a text for every case. */
class TwimlTest {

    private static final CallId CALL = CallId.random();
    private static final OfferId OFFER = OfferId.random();
    private static final Language ARABIC = new Language("ar");
    private static final Offers NO_OFFERS = new Offers(List.of(), 0, 0, 0);

    private final Prompts prompts = new Prompts(LanguagesFixture.of("ar", "Arabisch", "40"));
    private final WebhookUrls urls = new WebhookUrls(new TwilioSettings(
            "AC00000000000000000000000000000000",
            "token",
            "",
            URI.create("https://api.twilio.com"),
            "https://hotline.example.org/"));
    private final CallerTwiml callers = new CallerTwiml(urls, prompts, Duration.ofHours(2));
    private final InterpreterTwiml interpreters = new InterpreterTwiml(urls, prompts, Duration.ofHours(2));

    @ParameterizedTest
    @EnumSource(Asking.class)
    void pinIsAskedForWithKeysOnlyAndTheHashKeyEndsIt(Asking asking) {
        assertThat(toCaller(new CallState.Identifying(3, asking)))
                .contains("input=\"dtmf\"", "finishOnKey=\"#\"", "actionOnEmptyResult=\"true\"", "PIN")
                .doesNotContain("numDigits");
    }

    @ParameterizedTest
    @EnumSource(Asking.class)
    void languageKeyActsAtOnce(Asking asking) {
        var state = new CallState.ChoosingLanguage(practice(), "", 3, asking, NO_OFFERS);

        assertThat(toCaller(state))
                .contains("numDigits=\"1\"", "https://hotline.example.org/twilio/calls/" + CALL + "/keys/7");
    }

    @Test
    void restOfALanguageCodeIsAwaitedInSilence() {
        var state = new CallState.ChoosingLanguage(practice(), "4", 3, Asking.FOR_MORE_KEYS, NO_OFFERS);

        assertThat(toCaller(state)).contains("<Gather").doesNotContain("<Say");
    }

    @Test
    void waitingCallerHearsOneRingingTelephoneInTheSingular() {
        assertThat(toCaller(waiting(new Announcement(1, 1)))).contains("klingelt ein Telefon", "<Play>");
        assertThat(toCaller(waiting(new Announcement(1, 3)))).contains("klingeln 3 Telefone");
        assertThat(toCaller(waiting(new Announcement(1, 0)))).contains("alle im Gespräch");
        assertThat(toCaller(waiting(new Announcement(0, 0)))).contains("Wir suchen jetzt", "Arabisch");
    }

    @Test
    void bothSidesBringTheSameConferenceAttributesAndNothingIsRecorded() {
        var state = new CallState.Connected(OFFER, false, 2, new Offers(List.of(offer(Stage.JOINING, null)), 1, 1, 0));

        var attributes = "beep=\"false\" startConferenceOnEnter=\"true\" endConferenceOnExit=\"true\"";
        assertThat(List.of(toCaller(state), toInterpreter(state)))
                .allSatisfy(twiml -> assertThat(twiml)
                        .contains("record=\"do-not-record\"", OFFER.toString(), "/rooms/" + OFFER, "timeLimit=\"7200\"")
                        .contains(attributes.split(" ")));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeHasLastWords(Outcome outcome) {
        assertThat(toCaller(new CallState.Farewell(outcome, ARABIC, NO_OFFERS))).contains("<Say", "<Hangup/>");
        assertThat(toCaller(new CallState.Farewell(outcome, null, NO_OFFERS))).contains("<Say", "<Hangup/>");
    }

    @Test
    void ratingIsOneKey() {
        assertThat(toCaller(new CallState.Rating(NO_OFFERS))).contains("numDigits=\"1\"", "1 für gar nicht bis 5");
    }

    @ParameterizedTest
    @EnumSource(OrganisationKind.class)
    void whisperTellsLanguageAndKindOfOrganisation(OrganisationKind kind) {
        var state = new CallState.Searching(
                new Caller(new OrganisationId(CALL.value()), kind, List.of(ARABIC)),
                ARABIC,
                new Announcement(0, 0),
                new Offers(List.of(offer(Stage.LISTENING, null)), 1, 1, 0));

        assertThat(toInterpreter(state))
                .contains("input=\"dtmf\"", "numDigits=\"1\"", "Arabisch", "Drücken Sie die 1")
                .contains("/twilio/offers/" + OFFER + "/keys/1")
                .doesNotContain(CALL.toString());
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void everyFateHasLastWords(Fate fate) {
        var state = new CallState.Ended(Outcome.CONNECTED, new Offers(List.of(offer(Stage.ENDING, fate)), 1, 1, 0));

        assertThat(toInterpreter(state)).contains("<Say", "<Hangup/>");
    }

    @Test
    void unknownLegIsToldThatTheRequestExpired() {
        assertThat(toInterpreter(new CallState.Rating(NO_OFFERS))).contains("abgelaufen", "<Hangup/>");
    }

    private static CallState waiting(Announcement announcement) {
        return new CallState.Searching(practice(), ARABIC, announcement, NO_OFFERS);
    }

    private static Caller practice() {
        return new Caller(new OrganisationId(CALL.value()), OrganisationKind.PRACTICE, List.of(ARABIC));
    }

    private static Offer offer(Stage stage, @Nullable Fate fate) {
        return new Offer(OFFER, InterpreterId.random(), stage, fate, false);
    }

    private String toCaller(CallState state) {
        return parsed(callers.render(new CallView(CALL, 7, state)));
    }

    private String toInterpreter(CallState state) {
        return parsed(interpreters.render(new CallView(CALL, 7, state), OFFER));
    }

    /** The vendor's parser refuses several words in one list attribute, although its builder writes them. */
    private static String parsed(String xml) {
        var readable = xml.replace("statusCallbackEvent=\"start end join leave\"", "statusCallbackEvent=\"start\"");
        assertThat(VoiceResponse.Builder.fromXml(readable).build().toXml()).isNotBlank();
        return xml;
    }
}
