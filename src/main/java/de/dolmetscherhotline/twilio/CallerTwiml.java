package de.dolmetscherhotline.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import de.dolmetscherhotline.call.CallView;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.ClosedHours;
import de.dolmetscherhotline.call.flow.Destination;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.AfterTalk;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.ChooseDetail;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.ChooseLanguage;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.ConfirmLanguage;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.EnterPin;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.Goodbye;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.InRoom;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.LineClosed;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.NobodyFound;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.RungBack;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.Transfer;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene.Waiting;
import de.dolmetscherhotline.call.flow.Services;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The caller's next words as TwiML, from the state of the call alone. */
@Component
class CallerTwiml {

    /** To look the PIN up, and then for each further key: whoever presses 0 alone waits for no longer than that. */
    private static final int PIN_BEGIN_SECONDS = 3;

    private static final int PIN_KEY_SECONDS = 5;
    private static final int CHOICE_SECONDS = 6;
    private static final int MORE_KEYS_SECONDS = 4;
    private static final int AFTER_SOUND_SECONDS = 1;
    private static final int TRANSFER_SECONDS = 25;

    private final WebhookUrls urls;
    private final Prompts prompts;
    private final Utterances utterances;
    private final SpokenLanguages speech;
    private final Duration longest;

    CallerTwiml(
            WebhookUrls urls,
            Prompts prompts,
            Utterances utterances,
            SpokenLanguages speech,
            @Value("${hotline.call.session:2h}") Duration longest) {
        this.urls = urls;
        this.prompts = prompts;
        this.utterances = utterances;
        this.speech = speech;
        this.longest = longest;
    }

    String render(CallView view) {
        return switch (Scenes.forCaller(view.state())) {
            case LineClosed scene -> ask(view, CHOICE_SECONDS, closed(scene)).toXml();
            case EnterPin scene -> enterPin(view, scene).toXml();
            case ChooseLanguage scene -> chooseLanguage(view, scene).toXml();
            case ConfirmLanguage scene ->
                ask(view, CHOICE_SECONDS, prompts.text("language.confirm", prompts.name(scene.language())))
                        .toXml();
            case ChooseDetail scene -> ask(view, CHOICE_SECONDS, detail(scene)).toXml();
            case Waiting scene -> waiting(view, scene).toXml();
            case NobodyFound scene -> nobodyFound(view, scene).toXml();
            case Transfer scene -> transfer(view, scene).toXml();
            case RungBack scene ->
                ask(view, CHOICE_SECONDS, prompts.text("recall.ask", prompts.name(scene.language())))
                        .toXml();
            case InRoom scene -> inRoom(view, scene).toXml();
            case AfterTalk scene ->
                ask(view, CHOICE_SECONDS, prompts.text("rating.ask")).toXml();
            case Goodbye scene ->
                TwimlBasics.goodbye(farewell(scene.outcome(), scene.need())).toXml();
        };
    }

    /** One key answers. */
    private VoiceResponse ask(CallView view, int seconds, String text) {
        return only(key(view, seconds).say(TwimlBasics.say(text)).build());
    }

    /** The hash key is one of them: that it ends what was typed is not "nothing pressed". */
    private Gather.Builder key(CallView view, int seconds) {
        return TwimlBasics.keys(urls.callerKeys(view.id(), view.turn()), seconds)
                .numDigits(1)
                .finishOnKey("");
    }

    private static VoiceResponse only(Gather gather) {
        return new VoiceResponse.Builder().gather(gather).build();
    }

    private String closed(LineClosed scene) {
        var text = new StringJoiner(" ");
        text.add(again(scene.asking()));
        @Nullable String own = scene.hours().text();
        text.add(own == null ? prompts.text("closed") : own);
        for (var choice : ClosedHours.Choice.values()) {
            if (scene.hours().choices().contains(choice)) {
                text.add(prompts.text("closed." + word(choice)));
            }
        }
        return text.toString().strip();
    }

    private VoiceResponse enterPin(CallView view, EnterPin scene) {
        var text = again(scene.asking()) + prompts.text("pin.enter") + coordinatorWithHash(scene.services());
        return only(TwimlBasics.keys(urls.callerKeys(view.id(), view.turn()), PIN_KEY_SECONDS)
                .finishOnKey("#")
                .say(TwimlBasics.say(text))
                .pause(new Pause.Builder().length(PIN_BEGIN_SECONDS).build())
                .build());
    }

    private String coordinator(Services services) {
        return services.coordinator() ? " " + prompts.text("choice.coordinator") : "";
    }

    /** Keys of any number end with the hash key, or with a silence: the network cannot wait for a PIN and for one key. */
    private String coordinatorWithHash(Services services) {
        return services.coordinator() ? " " + prompts.text("pin.coordinator") : "";
    }

    private VoiceResponse chooseLanguage(CallView view, ChooseLanguage scene) {
        if (scene.asking() == Asking.FOR_MORE_KEYS) {
            return only(key(view, MORE_KEYS_SECONDS).build());
        }
        var gather = key(view, CHOICE_SECONDS);
        return only(speech.listenFor(gather).say(TwimlBasics.say(menu(scene))).build());
    }

    private String menu(ChooseLanguage scene) {
        var text = new StringJoiner(" ");
        text.add(
                scene.asking() == Asking.FIRST
                        ? prompts.text("language.choose", prompts.text(Utterances.NOTICE))
                        : again(scene.asking()).strip());
        List<Language> menu = scene.menu();
        for (var key = 1; key <= menu.size(); key++) {
            text.add(prompts.text("language.menu", prompts.name(menu.get(key - 1)), key));
        }
        text.add(prompts.text("language.code"));
        text.add(prompts.text("choice.emergency"));
        return text + coordinator(scene.services());
    }

    /** Why it is asked again; ends with a blank, so that the question can follow. */
    private String again(Asking asking) {
        return switch (asking) {
            case FIRST, AGAIN_ON_REQUEST, FOR_MORE_KEYS -> "";
            case AGAIN_NOTHING_PRESSED -> prompts.text("again.nothing-pressed") + " ";
            case AGAIN_NOT_UNDERSTOOD -> prompts.text("again.not-understood") + " ";
            case AGAIN_AS_EMERGENCY -> prompts.text("again.emergency") + " ";
            case AGAIN_UNREACHABLE -> prompts.text("again.unreachable") + " ";
        };
    }

    private String detail(ChooseDetail scene) {
        return again(scene.asking())
                + switch (scene.detail()) {
                    case SUBJECT -> prompts.text("subject.choose");
                    case GENDER -> prompts.text("gender.choose");
                };
    }

    private VoiceResponse waiting(CallView view, Waiting scene) {
        var language = scene.need().language();
        var told = scene.announcement();
        var name = prompts.name(language);
        var gather = key(view, AFTER_SOUND_SECONDS);
        if (told.number() == 0) {
            gather.say(TwimlBasics.say(prompts.text("waiting.begin", name)));
            utterances.append(gather, Utterances.PLEASE_WAIT, language);
            utterances.append(gather, Utterances.NOTICE, language);
            return only(gather.build());
        }
        gather.say(TwimlBasics.say(again(told.asking()) + chances(told, name) + callback(scene)));
        return only(gather.play(new Play.Builder(urls.waitingMusic()).build()).build());
    }

    /** At length the first time. */
    private String callback(Waiting scene) {
        if (!scene.callback()) {
            return "";
        }
        return " " + prompts.text(scene.announcement().number() == 1 ? "choice.callback" : "choice.callback-in-short");
    }

    /** What can be honestly said about how long it may take. */
    private String chances(Announcement told, String name) {
        if (told.ringing() > 0) {
            return prompts.text("waiting.ringing", name, told.ringing());
        }
        return told.ahead() > 0
                ? prompts.text("waiting.ahead", name, told.ahead())
                : prompts.text("waiting.busy", name);
    }

    private VoiceResponse nobodyFound(CallView view, NobodyFound scene) {
        var gather = key(view, CHOICE_SECONDS).say(TwimlBasics.say(choices(scene)));
        if (scene.asking() == Asking.FIRST) {
            utterances.append(gather, Utterances.NOBODY_AVAILABLE, scene.need().language());
        }
        return only(gather.build());
    }

    private String choices(NobodyFound scene) {
        var text = new StringJoiner(" ");
        text.add(again(scene.asking()) + sentence(scene.why(), scene.need()));
        if (scene.callback()) {
            text.add(prompts.text("choice.callback"));
        }
        if (scene.services().provider()) {
            text.add(prompts.text("choice.provider"));
        }
        if (!scene.need().emergency()) {
            text.add(prompts.text("choice.emergency"));
        }
        text.add(prompts.text("choice.hang-up"));
        return text + coordinator(scene.services());
    }

    private String sentence(Outcome why, Need need) {
        var name = prompts.name(need.language());
        return switch (why) {
            case NO_COVERAGE -> prompts.text("nobody.on-duty" + onlyOf(need), name);
            case INTERRUPTED -> prompts.text("nobody.again", name);
            default -> prompts.text("nobody.answered", name);
        };
    }

    /** Which of the sentences names the gender that is missing. */
    private static String onlyOf(Need need) {
        return need.gender() instanceof GenderWish.Requirement required
                ? "." + required.gender().name().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Only numbers on record are dialled; the caller's own is not shown. */
    private VoiceResponse transfer(CallView view, Transfer scene) {
        var text = TwimlBasics.say(prompts.text("transfer." + word(scene.to())));
        var response = new VoiceResponse.Builder().say(text);
        var numbers = view.transfer();
        if (numbers == null) {
            return response.redirect(TwimlBasics.redirect(urls.transferOver(view.id(), view.turn())))
                    .build();
        }
        var number = new Number.Builder(numbers.to().e164())
                .statusCallback(urls.transferStatus(view.id(), view.turn()))
                .statusCallbackEvents(List.of(Number.Event.ANSWERED))
                .build();
        return response.dial(new Dial.Builder()
                        .number(number)
                        .callerId(numbers.from().e164())
                        .timeout(TRANSFER_SECONDS)
                        .answerOnBridge(true)
                        .timeLimit(Math.toIntExact(longest.toSeconds()))
                        .action(urls.transferOver(view.id(), view.turn()))
                        .build())
                .build();
    }

    /** Without a word that would delay the conversation, unless a wish could not be met. */
    private VoiceResponse inRoom(CallView view, InRoom scene) {
        var room = TwimlBasics.room(scene.room(), urls.roomEvents(view.id(), scene.room()))
                .participantLabel("caller")
                .build();
        var response = new VoiceResponse.Builder();
        if (!scene.asWished()) {
            response.say(TwimlBasics.say(prompts.text("connecting.not-as-wished")));
        }
        return response.dial(TwimlBasics.into(room, urls.callerLeft(view.id(), scene.room(), view.turn()), longest))
                .build();
    }

    private String farewell(Outcome outcome, @Nullable Need need) {
        return switch (outcome) {
            case CONNECTED -> prompts.text("goodbye.connected");
            case ABANDONED_CHOOSING, ABANDONED_WAITING, NO_LANGUAGE_CHOSEN -> prompts.text("goodbye.no-language");
            case NO_COVERAGE -> prompts.text("goodbye.no-coverage" + (need == null ? "" : onlyOf(need)), nameOf(need));
            case NOBODY_ANSWERED, INTERRUPTED -> prompts.text("goodbye.nobody-answered", nameOf(need));
            case CALLBACK_ARRANGED, CALLBACK_FAILED, JOINED_ANOTHER_CALL, CANCELLED ->
                prompts.text("goodbye.callback", nameOf(need));
            case HANDED_TO_COORDINATOR, HANDED_TO_PROVIDER -> prompts.text("goodbye.handed-over");
            case ENDED_BY_COORDINATOR -> prompts.text("goodbye.ended-by-coordinator");
            case CLOSED -> prompts.text("goodbye.closed");
            case REFUSED_BLOCKED -> prompts.text("goodbye.blocked");
            case REFUSED_LIMIT -> prompts.text("goodbye.limit");
            case REFUSED_TOO_MANY_PINS -> prompts.text("goodbye.too-many-pins");
            case REFUSED_UNKNOWN_CALLER -> prompts.text("goodbye.unknown-caller");
            case UNKNOWN_LINE -> prompts.text("goodbye.unknown-line");
            case FAILED -> prompts.text("goodbye.failed");
        };
    }

    private String nameOf(@Nullable Need need) {
        return need == null ? prompts.text("goodbye.this-language") : prompts.name(need.language());
    }

    private static String word(ClosedHours.Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(Destination to) {
        return to.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
