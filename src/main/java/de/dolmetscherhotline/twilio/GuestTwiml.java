package de.dolmetscherhotline.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Play;
import de.dolmetscherhotline.call.guest.GuestView;
import de.dolmetscherhotline.call.guest.GuestView.Scene;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A third party's next words as TwiML. Whoever picks up may be somebody else: nothing is said that names anybody. */
@Component
class GuestTwiml {

    private static final int DECISION_SECONDS = 8;
    private static final int MUSIC_REPEATS = 10;
    private static final Pattern LABEL = Pattern.compile("guest-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final WebhookUrls urls;
    private final Prompts prompts;
    private final Utterances utterances;
    private final Duration longest;

    GuestTwiml(
            WebhookUrls urls,
            Prompts prompts,
            Utterances utterances,
            @Value("${hotline.call.session:2h}") Duration longest) {
        this.urls = urls;
        this.prompts = prompts;
        this.utterances = utterances;
        this.longest = longest;
    }

    /** Whom the label of a participant names; empty for somebody else. */
    static Optional<GuestId> guest(String label) {
        return Optional.of(LABEL.matcher(label))
                .filter(Matcher::matches)
                .map(found -> new GuestId(UUID.fromString(found.group(1))));
    }

    private static String label(GuestId guest) {
        return "guest-" + guest;
    }

    String render(GuestView view) {
        var guest = view.guest();
        return switch (view.scene()) {
            case Scene.Question scene -> question(guest, scene).toXml();
            case Scene.InRoom scene -> inRoom(guest, scene).toXml();
            case Scene.Music scene -> music(1, urls.guestNow(guest));
            case Scene.Waiting scene -> waiting(guest, scene.language()).toXml();
            case Scene.Goodbye scene ->
                TwimlBasics.goodbye(prompts.text("guest.goodbye")).toXml();
        };
    }

    /** What to do first, and in both languages: whoever understands one of them waits for no more. */
    private VoiceResponse question(GuestId guest, Scene.Question scene) {
        var gather = TwimlBasics.keys(urls.guestKeys(guest, scene.again() ? 2 : 1), DECISION_SECONDS)
                .numDigits(1);
        var text = scene.again() ? prompts.text("guest.again") : prompts.text("guest.ask", kind(scene.kind()));
        gather.say(TwimlBasics.say(text));
        utterances.append(gather, Utterances.GUEST_INVITED, scene.language());
        if (!scene.again()) {
            gather.say(TwimlBasics.say(prompts.text(Utterances.NOTICE)));
            utterances.append(gather, Utterances.NOTICE, scene.language());
        }
        return new VoiceResponse.Builder().gather(gather.build()).build();
    }

    private String kind(OrganisationKind kind) {
        return prompts.text("organisation." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** Neither begins a conversation nor ends one. */
    private VoiceResponse inRoom(GuestId guest, Scene.InRoom scene) {
        var room = TwimlBasics.room(scene.room(), urls.roomEvents(scene.call(), scene.room()))
                .participantLabel(label(guest))
                .startConferenceOnEnter(false)
                .endConferenceOnExit(false)
                .build();
        return new VoiceResponse.Builder()
                .dial(TwimlBasics.into(room, urls.guestLeft(guest), longest))
                .build();
    }

    /** While it is held in the room; the network comes again when it is over. */
    String holdMusic(GuestId guest) {
        return music(MUSIC_REPEATS, urls.guestHoldMusic(guest));
    }

    private String music(int repeats, String next) {
        return new VoiceResponse.Builder()
                .play(playing(repeats))
                .redirect(TwimlBasics.redirect(next))
                .build()
                .toXml();
    }

    private VoiceResponse waiting(GuestId guest, Language language) {
        var response = new VoiceResponse.Builder().say(TwimlBasics.say(prompts.text("guest.wait")));
        return utterances
                .append(response, Utterances.PLEASE_WAIT, language)
                .play(playing(MUSIC_REPEATS))
                .redirect(TwimlBasics.redirect(urls.guestNow(guest)))
                .build();
    }

    private Play playing(int repeats) {
        return new Play.Builder(urls.waitingMusic()).loop(repeats).build();
    }
}
