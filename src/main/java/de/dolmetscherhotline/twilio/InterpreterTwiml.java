package de.dolmetscherhotline.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Play;
import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene.CallerGone;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene.Goodbye;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene.HoldTheLine;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene.InRoom;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene.Whisper;
import de.dolmetscherhotline.call.flow.Scenes.Reason;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.Subject;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** An interpreter's next words as TwiML, from the state of the call alone. Never a name, never a number. */
@Component
class InterpreterTwiml {

    private static final int DECISION_SECONDS = 8;
    private static final int MUSIC_REPEATS = 10;

    private final WebhookUrls urls;
    private final Prompts prompts;
    private final Utterances utterances;
    private final Duration longest;

    InterpreterTwiml(
            WebhookUrls urls,
            Prompts prompts,
            Utterances utterances,
            @Value("${hotline.call.session:2h}") Duration longest) {
        this.urls = urls;
        this.prompts = prompts;
        this.utterances = utterances;
        this.longest = longest;
    }

    String render(CallView view, OfferId offer) {
        return switch (Scenes.forInterpreter(view.state(), offer)) {
            case Whisper scene -> whisper(offer, scene).toXml();
            case HoldTheLine scene -> holdTheLine(offer).toXml();
            case InRoom scene -> inRoom(view, scene).toXml();
            case CallerGone scene -> callerGone(offer).toXml();
            case Goodbye scene -> TwimlBasics.goodbye(farewell(scene.reason())).toXml();
        };
    }

    private VoiceResponse whisper(OfferId offer, Whisper scene) {
        var gather = TwimlBasics.keys(urls.interpreterKeys(offer, scene.again() ? 2 : 1), DECISION_SECONDS)
                .numDigits(1);
        if (scene.again()) {
            gather.say(TwimlBasics.say(prompts.text("offer.again")));
        } else {
            gather.say(TwimlBasics.say(whisper(scene) + " " + prompts.text(Utterances.NOTICE)));
            utterances.append(gather, Utterances.NOTICE, scene.need().language());
        }
        return new VoiceResponse.Builder().gather(gather.build()).build();
    }

    private String whisper(Whisper scene) {
        var need = scene.need();
        var about = need.subject() == null ? kind(scene.kind()) : kind(scene.kind()) + ", " + subject(need.subject());
        var text = prompts.text("offer.whisper", prompts.name(need.language()), about);
        return need.emergency() ? prompts.text("offer.emergency") + " " + text : text;
    }

    private String subject(Subject subject) {
        return prompts.text("subject." + subject.name().toLowerCase(Locale.ROOT));
    }

    private String kind(OrganisationKind kind) {
        return prompts.text("organisation." + kind.name().toLowerCase(Locale.ROOT));
    }

    private VoiceResponse inRoom(CallView view, InRoom scene) {
        var room = TwimlBasics.room(scene.room(), urls.roomEvents(view.id(), scene.room()))
                .participantLabel("interpreter")
                .build();
        return new VoiceResponse.Builder()
                .dial(TwimlBasics.into(room, urls.interpreterLeft(scene.room(), view.turn()), longest))
                .build();
    }

    /** Music until the organisation has picked up, or could not be reached. */
    private VoiceResponse holdTheLine(OfferId offer) {
        return waiting(offer, prompts.text("recall.hold"));
    }

    private VoiceResponse callerGone(OfferId offer) {
        return waiting(offer, prompts.text("offer.caller-gone"));
    }

    private VoiceResponse waiting(OfferId offer, String text) {
        return new VoiceResponse.Builder()
                .say(TwimlBasics.say(text))
                .play(new Play.Builder(urls.waitingMusic()).loop(MUSIC_REPEATS).build())
                .redirect(TwimlBasics.redirect(urls.interpreterNow(offer)))
                .build();
    }

    private String farewell(Reason reason) {
        return switch (reason) {
            case ALREADY_TAKEN -> prompts.text("offer.already-taken");
            case CALL_SETTLED -> prompts.text("offer.settled");
            case DECLINED -> prompts.text("offer.declined");
            case NOTHING_PRESSED -> prompts.text("offer.nothing-pressed");
            case EXPIRED -> prompts.text("offer.expired");
            case NOBODY_PICKED_UP -> prompts.text("offer.nobody-picked-up");
            case SESSION_OVER -> prompts.text("offer.thanks");
        };
    }
}
