package de.dolmetscherhotline.twilio;

import static java.util.function.Function.identity;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Say;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.language.Voice;
import de.dolmetscherhotline.platform.StartupRefused;
import de.dolmetscherhotline.twilio.Utterance.Recorded;
import de.dolmetscherhotline.twilio.Utterance.Spoken;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What people hear in the language of their call: a recording if the district has one, else the text of
 * {@code prompts_<tag>.properties} if the network has a voice for it, else nothing.
 */
@Component
class Utterances {

    /** Everybody is bound to secrecy, nothing is recorded. */
    static final String NOTICE = "notice";

    /** An interpreter is being looked for. */
    static final String PLEASE_WAIT = "please-wait";

    /** Nobody can be found. */
    static final String NOBODY_AVAILABLE = "nobody-available";

    /** To a third party: who calls, and that the 1 leads into the conversation. */
    static final String GUEST_INVITED = "guest-invited";

    static final List<String> KEYS = List.of(NOTICE, PLEASE_WAIT, NOBODY_AVAILABLE, GUEST_INVITED);

    /** Spoken by the same voice as everything else; of the keys, {@code prompts_de.properties} holds only the notice. */
    static final Language GERMAN = new Language("de");

    private static final Voice GERMAN_VOICE =
            new Voice(Say.Voice.POLLY_VICKI_NEURAL.toString(), Say.Language.DE_DE.toString());
    private static final Map<String, Say.Voice> VOICES =
            Arrays.stream(Say.Voice.values()).collect(Collectors.toMap(Say.Voice::toString, identity()));
    private static final Map<String, Say.Language> SPOKEN_LANGUAGES =
            Arrays.stream(Say.Language.values()).collect(Collectors.toMap(Say.Language::toString, identity()));

    private final Languages languages;
    private final Prompts prompts;
    private final Recordings recordings;
    private final WebhookUrls urls;

    /** @throws StartupRefused if a language is given a voice that the vendor does not have */
    Utterances(Languages languages, Prompts prompts, Recordings recordings, WebhookUrls urls) {
        this.languages = languages;
        this.prompts = prompts;
        this.recordings = recordings;
        this.urls = urls;
        languages.all().forEach(Utterances::checkVoice);
    }

    private static void checkVoice(SpokenLanguage spoken) {
        var voice = spoken.voice();
        if (voice != null
                && !(VOICES.containsKey(voice.name()) && SPOKEN_LANGUAGES.containsKey(voice.languageCode()))) {
            throw new StartupRefused(
                    "The telephone network has no voice " + voice.name() + " for " + voice.languageCode() + ", which "
                            + spoken.language() + " is to be spoken with.",
                    "Correct voice and voiceLanguage in config/languages.yaml, or remove both.");
        }
    }

    /** @param key one of {@link #KEYS} */
    Optional<Utterance> of(String key, Language language) {
        return recorded(key, language).or(() -> spoken(key, language));
    }

    /** Adds it to what a leg is told; adds nothing if it can be neither played nor spoken. */
    VoiceResponse.Builder append(VoiceResponse.Builder response, String key, Language language) {
        of(key, language).ifPresent(utterance -> append(response, utterance));
        return response;
    }

    /** Adds it to what is heard while keys are awaited; adds nothing if it can be neither played nor spoken. */
    Gather.Builder append(Gather.Builder gather, String key, Language language) {
        of(key, language).ifPresent(utterance -> append(gather, utterance));
        return gather;
    }

    private Optional<Utterance> recorded(String key, Language language) {
        return recordings.find(key, language).map(urls::recording).map(Recorded::new);
    }

    private Optional<Utterance> spoken(String key, Language language) {
        return voice(language)
                .flatMap(voice -> prompts.textIn(language, key)
                        .map(text -> new Spoken(text, voice.name(), voice.languageCode())));
    }

    private Optional<Voice> voice(Language language) {
        return language.equals(GERMAN)
                ? Optional.of(GERMAN_VOICE)
                : languages.byTag(language).map(SpokenLanguage::voice);
    }

    private static void append(VoiceResponse.Builder response, Utterance utterance) {
        switch (utterance) {
            case Recorded recorded -> response.play(play(recorded));
            case Spoken spoken -> response.say(say(spoken));
        }
    }

    private static void append(Gather.Builder gather, Utterance utterance) {
        switch (utterance) {
            case Recorded recorded -> gather.play(play(recorded));
            case Spoken spoken -> gather.say(say(spoken));
        }
    }

    private static Play play(Recorded recorded) {
        return new Play.Builder(recorded.absoluteUrl()).build();
    }

    private static Say say(Spoken spoken) {
        return new Say.Builder(spoken.text())
                .voice(VOICES.get(spoken.voice()))
                .language(SPOKEN_LANGUAGES.get(spoken.languageCode()))
                .build();
    }
}
