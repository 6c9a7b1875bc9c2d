package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.text.TextId;
import org.springframework.stereotype.Component;

/** The absolute URLs under which Twilio asks for each next step; ids in them are opaque. */
@Component
class WebhookUrls {

    private final String publicUrl;

    WebhookUrls(TwilioSettings settings) {
        this.publicUrl = settings.publicUrl();
    }

    String callerKeys(CallId call, int turn) {
        return publicUrl + "/twilio/calls/" + call + "/keys/" + turn;
    }

    String callerNow(CallId call) {
        return publicUrl + "/twilio/calls/" + call + "/now";
    }

    String callerLeft(CallId call, OfferId room) {
        return publicUrl + "/twilio/calls/" + call + "/left/" + room;
    }

    String roomEvents(CallId call, OfferId room) {
        return publicUrl + "/twilio/calls/" + call + "/rooms/" + room;
    }

    String interpreterAnswered(OfferId offer) {
        return publicUrl + "/twilio/offers/" + offer + "/answered";
    }

    String interpreterKeys(OfferId offer, int question) {
        return publicUrl + "/twilio/offers/" + offer + "/keys/" + question;
    }

    String interpreterNow(OfferId offer) {
        return publicUrl + "/twilio/offers/" + offer + "/now";
    }

    String interpreterLeft(OfferId offer) {
        return publicUrl + "/twilio/offers/" + offer + "/left";
    }

    String legStatus(OfferId offer) {
        return publicUrl + "/twilio/offers/" + offer + "/status";
    }

    /** @param name as {@link Recordings} knows it */
    String recording(String name) {
        return publicUrl + "/assets/recordings/" + name;
    }

    String textStatus(TextId text) {
        return publicUrl + "/twilio/texts/" + text + "/status";
    }

    String waitingMusic() {
        return publicUrl + "/assets/audio/waiting.wav";
    }
}
