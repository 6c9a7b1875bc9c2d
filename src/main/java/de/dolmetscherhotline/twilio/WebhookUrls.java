package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
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

    String callerLeft(CallId call, OfferId room, int turn) {
        return publicUrl + "/twilio/calls/" + call + "/left/" + room + "/" + turn;
    }

    String transferStatus(CallId call, int turn) {
        return publicUrl + "/twilio/calls/" + call + "/transfers/" + turn + "/status";
    }

    String transferOver(CallId call, int turn) {
        return publicUrl + "/twilio/calls/" + call + "/transfers/" + turn + "/over";
    }

    String recallAnswered(CallId call, int recall) {
        return publicUrl + "/twilio/calls/" + call + "/recalls/" + recall + "/answered";
    }

    String recallStatus(CallId call, int recall) {
        return publicUrl + "/twilio/calls/" + call + "/recalls/" + recall + "/status";
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

    /** @param turn of the call, which tells one stay in the room from another */
    String interpreterLeft(OfferId offer, int turn) {
        return publicUrl + "/twilio/offers/" + offer + "/left/" + turn;
    }

    String legStatus(OfferId offer) {
        return publicUrl + "/twilio/offers/" + offer + "/status";
    }

    String guestAnswered(GuestId guest) {
        return guest(guest, "answered");
    }

    String guestKeys(GuestId guest, int question) {
        return guest(guest, "keys/" + question);
    }

    String guestNow(GuestId guest) {
        return guest(guest, "now");
    }

    String guestLeft(GuestId guest) {
        return guest(guest, "left");
    }

    String guestHoldMusic(GuestId guest) {
        return guest(guest, "music");
    }

    String guestStatus(GuestId guest) {
        return guest(guest, "status");
    }

    private String guest(GuestId guest, String what) {
        return publicUrl + "/twilio/guests/" + guest + "/" + what;
    }

    /** Where a volunteer's leg goes that wants to call like everybody. */
    String arrivedAsGuest() {
        return publicUrl + "/twilio/voice?" + CallerWebhooks.AS_GUEST + "=true";
    }

    String volunteerKeys(int turn) {
        return publicUrl + "/twilio/volunteers/keys/" + turn;
    }

    String volunteerTransferOver(int turn) {
        return publicUrl + "/twilio/volunteers/transfers/" + turn + "/over";
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
