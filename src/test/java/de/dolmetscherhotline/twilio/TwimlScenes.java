package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.VoiceResponse;
import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromUnknownNumber;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Attended;
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
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.LanguagesFixture;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Base of the tests of TwiML: scenes, and what they are rendered to. */
abstract class TwimlScenes {

    static final CallId CALL = CallId.random();
    static final OfferId OFFER = OfferId.random();
    static final GuestId GUEST = GuestId.random();
    static final String GUESTS = "https://hotline.example.org/twilio/guests/" + GUEST;
    static final Language ARABIC = new Language("ar");
    static final Offers NO_OFFERS = new Offers(List.of(), 0, 0, 0, 0);
    static final Services EVERYBODY = new Services(true, true);
    static final Services NOBODY = new Services(false, false);
    static final Announcement BEGIN = new Announcement(0, 0, 0, Asking.FIRST);
    static final PhoneNumber COORDINATOR = new PhoneNumber("+493023125001");
    static final PhoneNumber LINE = new PhoneNumber("+493023125000");
    static final String KEYS = "https://hotline.example.org/twilio/calls/" + CALL + "/keys/7";
    static final String TRANSFERS = "https://hotline.example.org/twilio/calls/" + CALL + "/transfers/7";
    static final String NOTICE = "zur Verschwiegenheit verpflichtet. Es wird nichts aufgezeichnet.";
    static final String IN_ARABIC = "language=\"ar-XA\"";

    final WebhookUrls urls = new WebhookUrls(new TwilioSettings(
            "AC00000000000000000000000000000000",
            "token",
            "",
            URI.create("https://api.twilio.com"),
            "https://hotline.example.org/"));

    final Languages languages;
    final Prompts prompts;
    final Utterances utterances;
    final CallerTwiml callers;
    final InterpreterTwiml interpreters;
    final GuestTwiml guests;

    TwimlScenes() throws IOException {
        languages = LanguagesFixture.builtIn();
        prompts = new Prompts(languages);
        utterances = new Utterances(languages, prompts, new Recordings("no-such-directory"), urls);
        callers = callers(true);
        interpreters = new InterpreterTwiml(urls, prompts, utterances, Duration.ofHours(2));
        guests = new GuestTwiml(urls, prompts, utterances, Duration.ofHours(2));
    }

    CallerTwiml callers(boolean listening) {
        var speech = new SpokenLanguages(languages, listening);
        return new CallerTwiml(urls, prompts, utterances, speech, Duration.ofHours(2));
    }

    static CallState closed(@Nullable String text, Set<ClosedHours.Choice> choices, Asking asking) {
        return new CallState.Closed(new FromUnknownNumber(EVERYBODY), new ClosedHours(text, choices), 3, asking);
    }

    static Attended choosing(Caller caller, Asking asking) {
        return new CallState.ChoosingLanguage(caller, "", null, 3, false, asking, NO_OFFERS);
    }

    static CallState waiting(Announcement announcement) {
        return new CallState.Searching(request(practice(NOBODY)), announcement, 0, NO_OFFERS);
    }

    static CallState asking(Caller caller, Need need, boolean again) {
        var offer = new Offer(OFFER, InterpreterId.random(), true, Stage.LISTENING, null, again);
        var request = new Request(caller, need, false, false, false, 0);
        return new CallState.Searching(request, BEGIN, 0, new Offers(List.of(offer), 1, 1, 0, 0));
    }

    static CallState unserved(Caller caller, Outcome why, Asking asking) {
        return new CallState.Unserved(request(caller), why, asking, NO_OFFERS);
    }

    static CallState transferring(Destination to) {
        return new CallState.Transferring(to, false, choosing(practice(EVERYBODY), Asking.FIRST));
    }

    static CallState bridging(boolean asWished) {
        return new CallState.Bridging(request(practice(NOBODY)), OFFER, false, false, 0, false, joining(asWished));
    }

    static Offers joining(boolean asWished) {
        return new Offers(List.of(offer(Stage.JOINING, null, asWished)), 1, 1, 0, 0);
    }

    static Request request(Caller caller) {
        return new Request(caller, Need.of(ARABIC), false, false, false, 0);
    }

    static Caller practice(Services services) {
        return new Caller(
                new OrganisationId(CALL.value()),
                OrganisationKind.PRACTICE,
                List.of(ARABIC),
                false,
                false,
                true,
                services);
    }

    static Caller withoutNumber() {
        return new Caller(
                new OrganisationId(CALL.value()),
                OrganisationKind.PRACTICE,
                List.of(ARABIC),
                false,
                false,
                false,
                NOBODY);
    }

    static Offer offer(Stage stage, @Nullable Fate fate, boolean asWished) {
        return new Offer(OFFER, InterpreterId.random(), asWished, stage, fate, false);
    }

    String inArabic(String key) {
        return prompts.textIn(ARABIC, key).orElseThrow();
    }

    String toCaller(CallState state) {
        return parsed(callers.render(view(state, null)));
    }

    String toInterpreter(CallState state) {
        return parsed(interpreters.render(view(state, null), OFFER));
    }

    static CallView view(CallState state, CallView.@Nullable Transfer transfer) {
        return new CallView(CALL, 7, state, transfer);
    }

    /** The vendor's parser refuses several words in one list attribute, although its builder writes them. */
    static String parsed(String xml) {
        var readable = xml.replace("statusCallbackEvent=\"start end join leave\"", "statusCallbackEvent=\"start\"")
                .replace("input=\"dtmf speech\"", "input=\"dtmf\"");
        assertThat(VoiceResponse.Builder.fromXml(readable).build().toXml()).isNotBlank();
        return xml;
    }

    String toGuest(GuestView.Scene scene) {
        return parsed(guests.render(new GuestView(GUEST, scene)));
    }
}
