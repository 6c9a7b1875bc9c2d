package de.dolmetscherhotline.twilio;

import com.twilio.twiml.VoiceResponse;
import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene.Goodbye;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene.InRoom;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene.Whisper;
import de.dolmetscherhotline.call.flow.Scenes.Reason;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** An interpreter's next words as TwiML, from the state of the call alone. Never a name, never a number. */
@Component
class InterpreterTwiml {

    private static final int DECISION_SECONDS = 8;

    private final WebhookUrls urls;
    private final Prompts prompts;
    private final Duration longest;

    InterpreterTwiml(WebhookUrls urls, Prompts prompts, @Value("${hotline.call.session:2h}") Duration longest) {
        this.urls = urls;
        this.prompts = prompts;
        this.longest = longest;
    }

    String render(CallView view, OfferId offer) {
        return switch (Scenes.forInterpreter(view.state(), offer)) {
            case Whisper scene -> whisper(offer, scene).toXml();
            case InRoom scene -> inRoom(view, scene).toXml();
            case Goodbye scene -> TwimlBasics.goodbye(farewell(scene.reason())).toXml();
        };
    }

    private VoiceResponse whisper(OfferId offer, Whisper scene) {
        var text = scene.again()
                ? prompts.text("offer.again")
                : prompts.text("offer.whisper", prompts.name(scene.language()), kind(scene.kind()));
        return new VoiceResponse.Builder()
                .gather(TwimlBasics.keys(urls.interpreterKeys(offer, scene.again() ? 2 : 1), DECISION_SECONDS)
                        .numDigits(1)
                        .say(TwimlBasics.say(text))
                        .build())
                .build();
    }

    private String kind(OrganisationKind kind) {
        return prompts.text("organisation." + kind.name().toLowerCase(Locale.ROOT));
    }

    private VoiceResponse inRoom(CallView view, InRoom scene) {
        var room = TwimlBasics.room(scene.room(), urls.roomEvents(view.id(), scene.room()))
                .participantLabel("interpreter")
                .build();
        return new VoiceResponse.Builder()
                .say(TwimlBasics.say(prompts.text("connecting.interpreter")))
                .dial(TwimlBasics.into(room, urls.interpreterLeft(scene.room()), longest))
                .build();
    }

    private String farewell(Reason reason) {
        return switch (reason) {
            case ALREADY_TAKEN -> prompts.text("offer.already-taken");
            case CALL_SETTLED -> prompts.text("offer.settled");
            case DECLINED -> prompts.text("offer.declined");
            case NOTHING_PRESSED -> prompts.text("offer.nothing-pressed");
            case EXPIRED -> prompts.text("offer.expired");
            case SESSION_OVER -> prompts.text("offer.thanks");
        };
    }
}
