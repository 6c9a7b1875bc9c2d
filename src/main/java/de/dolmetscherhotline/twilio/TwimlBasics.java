package de.dolmetscherhotline.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import de.dolmetscherhotline.kernel.OfferId;
import java.time.Duration;
import java.util.List;

/** Pieces of TwiML that both sides of a call are given. */
final class TwimlBasics {

    /** Caller, interpreter and two third parties; two may come back while their earlier legs are still there. */
    private static final int SEATS = 6;

    private TwimlBasics() {}

    static Say say(String text) {
        return new Say.Builder(text)
                .language(Say.Language.DE_DE)
                .voice(Say.Voice.POLLY_VICKI_NEURAL)
                .build();
    }

    static VoiceResponse goodbye(String text) {
        return new VoiceResponse.Builder()
                .say(say(text))
                .hangup(new Hangup.Builder().build())
                .build();
    }

    static Redirect redirect(String url) {
        return new Redirect.Builder(url).method(HttpMethod.POST).build();
    }

    /** A leg that has no business here. */
    static String hangUp() {
        return new VoiceResponse.Builder()
                .hangup(new Hangup.Builder().build())
                .build()
                .toXml();
    }

    /** Keys only: a voice must not be able to answer, for voicemail has one. No key is an answer as well. */
    static Gather.Builder keys(String action, int seconds) {
        return new Gather.Builder()
                .inputs(Gather.Input.DTMF)
                .timeout(seconds)
                .actionOnEmptyResult(true)
                .action(action)
                .method(HttpMethod.POST);
    }

    /**
     * The conversation. It begins when both are in, it is over as soon as one of them leaves, and it is never recorded.
     * Only the attributes of whoever comes first count, so that both bring the same (contract §3.3).
     */
    static Conference.Builder room(OfferId room, String events) {
        return new Conference.Builder(room.toString())
                .startConferenceOnEnter(true)
                .endConferenceOnExit(true)
                .beep(Conference.Beep.FALSE)
                .record(Conference.Record.DO_NOT_RECORD)
                .maxParticipants(SEATS)
                .waitUrl("")
                .statusCallback(events)
                .statusCallbackMethod(HttpMethod.POST)
                .statusCallbackEvents(List.of(
                        Conference.Event.START, Conference.Event.END, Conference.Event.JOIN, Conference.Event.LEAVE));
    }

    static Dial into(Conference room, String whenLeft, Duration longest) {
        return new Dial.Builder()
                .conference(room)
                .action(whenLeft)
                .method(HttpMethod.POST)
                .timeLimit(Math.toIntExact(longest.toSeconds()))
                .build();
    }
}
