package de.dolmetscherhotline.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Play;
import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.ChooseLanguage;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.EnterPin;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.Goodbye;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.InRoom;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.Rate;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.Waiting;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The caller's next words as TwiML, from the state of the call alone. */
@Component
class CallerTwiml {

    private static final int PIN_SECONDS = 8;
    private static final int LANGUAGE_SECONDS = 6;
    private static final int MORE_KEYS_SECONDS = 4;
    private static final int AFTER_MUSIC_SECONDS = 1;
    private static final int RATING_SECONDS = 6;

    private final WebhookUrls urls;
    private final Prompts prompts;
    private final Duration longest;

    CallerTwiml(WebhookUrls urls, Prompts prompts, @Value("${hotline.call.session:2h}") Duration longest) {
        this.urls = urls;
        this.prompts = prompts;
        this.longest = longest;
    }

    String render(CallView view) {
        return switch (Scenes.forCaller(view.state())) {
            case EnterPin scene -> enterPin(view, scene).toXml();
            case ChooseLanguage scene -> chooseLanguage(view, scene).toXml();
            case Waiting scene -> waiting(view, scene).toXml();
            case InRoom scene -> inRoom(view, scene).toXml();
            case Rate scene -> rate(view).toXml();
            case Goodbye scene ->
                TwimlBasics.goodbye(farewell(scene.outcome(), scene.language())).toXml();
        };
    }

    private VoiceResponse enterPin(CallView view, EnterPin scene) {
        return ask(TwimlBasics.keys(urls.callerKeys(view.id(), view.turn()), PIN_SECONDS)
                .finishOnKey("#")
                .say(TwimlBasics.say(again(scene.asking()) + prompts.text("pin.enter")))
                .build());
    }

    private VoiceResponse chooseLanguage(CallView view, ChooseLanguage scene) {
        var moreKeys = scene.asking() == Asking.FOR_MORE_KEYS;
        var gather = TwimlBasics.keys(
                        urls.callerKeys(view.id(), view.turn()), moreKeys ? MORE_KEYS_SECONDS : LANGUAGE_SECONDS)
                .numDigits(1);
        return ask(
                moreKeys
                        ? gather.build()
                        : gather.say(TwimlBasics.say(menu(scene))).build());
    }

    private String menu(ChooseLanguage scene) {
        var text = new StringJoiner(" ");
        text.add(scene.asking() == Asking.FIRST ? prompts.text("language.choose") : again(scene.asking()));
        List<Language> menu = scene.menu();
        for (var key = 1; key <= menu.size(); key++) {
            text.add(prompts.text("language.menu", prompts.name(menu.get(key - 1)), key));
        }
        return text.add(prompts.text("language.code")).toString();
    }

    private String again(Asking asking) {
        return switch (asking) {
            case FIRST, AGAIN_ON_REQUEST, FOR_MORE_KEYS -> "";
            case AGAIN_NOTHING_PRESSED -> prompts.text("again.nothing-pressed") + " ";
            case AGAIN_NOT_UNDERSTOOD -> prompts.text("again.not-understood") + " ";
        };
    }

    private VoiceResponse waiting(CallView view, Waiting scene) {
        return ask(TwimlBasics.keys(urls.callerKeys(view.id(), view.turn()), AFTER_MUSIC_SECONDS)
                .numDigits(1)
                .say(TwimlBasics.say(announcement(scene.language(), scene.announcement())))
                .play(new Play.Builder(urls.waitingMusic()).build())
                .build());
    }

    private String announcement(Language language, Announcement told) {
        var name = prompts.name(language);
        if (told.number() == 0) {
            return prompts.text("waiting.begin", name);
        }
        return told.ringing() > 0
                ? prompts.text("waiting.ringing", name, told.ringing())
                : prompts.text("waiting.busy", name);
    }

    private VoiceResponse inRoom(CallView view, InRoom scene) {
        var room = TwimlBasics.room(scene.room(), urls.roomEvents(view.id(), scene.room()))
                .participantLabel("caller")
                .build();
        return new VoiceResponse.Builder()
                .say(TwimlBasics.say(prompts.text("connecting.caller")))
                .dial(TwimlBasics.into(room, urls.callerLeft(view.id(), scene.room()), longest))
                .build();
    }

    private VoiceResponse rate(CallView view) {
        return ask(TwimlBasics.keys(urls.callerKeys(view.id(), view.turn()), RATING_SECONDS)
                .numDigits(1)
                .say(TwimlBasics.say(prompts.text("rating.ask")))
                .build());
    }

    private static VoiceResponse ask(com.twilio.twiml.voice.Gather gather) {
        return new VoiceResponse.Builder().gather(gather).build();
    }

    private String farewell(Outcome outcome, @Nullable Language language) {
        return switch (outcome) {
            case CONNECTED -> prompts.text("goodbye.connected");
            case ABANDONED_CHOOSING, ABANDONED_WAITING, NO_LANGUAGE_CHOSEN -> prompts.text("goodbye.no-language");
            case NO_COVERAGE -> prompts.text("goodbye.no-coverage", nameOf(language));
            case NOBODY_ANSWERED -> prompts.text("goodbye.nobody-answered", nameOf(language));
            case REFUSED_UNKNOWN_CALLER -> prompts.text("goodbye.unknown-caller");
            case UNKNOWN_LINE -> prompts.text("goodbye.unknown-line");
            case FAILED -> prompts.text("goodbye.failed");
        };
    }

    private String nameOf(@Nullable Language language) {
        return language == null ? prompts.text("goodbye.this-language") : prompts.name(language);
    }
}
