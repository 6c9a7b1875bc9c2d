package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.admission.CallerBook;
import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageRead;
import de.dolmetscherhotline.call.flow.Command.CheckPin;
import de.dolmetscherhotline.call.flow.Command.Question;
import de.dolmetscherhotline.call.flow.Command.ReadLanguage;
import de.dolmetscherhotline.call.flow.Command.ReadSpeech;
import de.dolmetscherhotline.call.flow.Command.ReserveInterpreter;
import de.dolmetscherhotline.call.flow.Command.ReserveVolunteer;
import de.dolmetscherhotline.call.flow.Command.SeekInterpreters;
import de.dolmetscherhotline.call.search.InterpreterSearch;
import de.dolmetscherhotline.call.store.CallRow;
import de.dolmetscherhotline.language.Languages;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers what the flow asks, in the transaction of the call. */
@Component
class Questions {

    private final CallerBook callers;
    private final Languages languages;
    private final InterpreterSearch search;
    private final Outreach outreach;

    Questions(CallerBook callers, Languages languages, InterpreterSearch search, Outreach outreach) {
        this.callers = callers;
        this.languages = languages;
        this.search = search;
        this.outreach = outreach;
    }

    Mono<? extends Answer> answer(Question question, CallRow call) {
        return switch (question) {
            case CheckPin check -> callers.byPin(call, check.pin());
            case ReadLanguage read ->
                Mono.just(new LanguageRead(
                        LanguageKeys.read(read.keys(), read.caller().menu(), languages)));
            case ReadSpeech read -> Mono.just(new LanguageRead(LanguageSpeech.read(read.words(), languages)));
            case SeekInterpreters seek -> search.seek(seek, call);
            case ReserveInterpreter reserve -> search.reserve(reserve, call);
            case ReserveVolunteer again ->
                outreach.volunteer(call.id())
                        .flatMap(
                                who -> search.reserve(new ReserveInterpreter(who, again.request(), again.wave()), call))
                        .defaultIfEmpty(InterpretersSought.NOT_FREE);
        };
    }
}
