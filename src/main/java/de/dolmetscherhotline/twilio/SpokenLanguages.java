package de.dolmetscherhotline.twilio;

import com.twilio.twiml.voice.Gather;
import de.dolmetscherhotline.language.Languages;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets callers also say which language they need; keys stay possible, and what was heard is confirmed by key. */
@Component
class SpokenLanguages {

    private static final int MOST_HINTS = 100;

    private final boolean listen;
    private final String hints;

    SpokenLanguages(Languages languages, @Value("${hotline.call.speech:true}") boolean listen) {
        this.listen = listen;
        this.hints = languages.all().stream()
                .limit(MOST_HINTS)
                .map(spoken -> spoken.name().replaceAll("\\s*\\(.*\\)", ""))
                .collect(Collectors.joining(","));
    }

    Gather.Builder listenFor(Gather.Builder keys) {
        return listen
                ? keys.inputs(List.of(Gather.Input.DTMF, Gather.Input.SPEECH))
                        .language(Gather.Language.DE_DE)
                        .speechTimeout("auto")
                        .hints(hints)
                : keys;
    }
}
