package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.Command.LetGo;
import de.dolmetscherhotline.call.flow.Command.SeekInterpreters;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene;
import de.dolmetscherhotline.call.flow.Scenes.Reason;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.Outcome;

/** What stories expect, in few words. */
final class Expected {

    private Expected() {}

    static SeekInterpreters sought(Story story) {
        return story.commands().stream()
                .filter(SeekInterpreters.class::isInstance)
                .map(SeekInterpreters.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static LetGo letGo(String interpreter, Fate fate) {
        return new LetGo(Story.offerTo(interpreter), Samples.interpreter(interpreter), fate, true);
    }

    static CallerScene chooseLanguage(Asking asking) {
        return new CallerScene.ChooseLanguage(Samples.CALLER.menu(), Samples.SERVICES, asking);
    }

    static CallerScene nobodyFound(Outcome why, Language language, Asking asking) {
        return new CallerScene.NobodyFound(Need.of(language), why, true, Samples.SERVICES, asking);
    }

    static CallerScene goodbye(Outcome outcome) {
        return new CallerScene.Goodbye(outcome, null);
    }

    static InterpreterScene goodbyeTo(Reason reason) {
        return new InterpreterScene.Goodbye(reason);
    }

    /** What an interpreter is told who is asked whether she takes the call. */
    static InterpreterScene whisper(boolean again) {
        return new InterpreterScene.Whisper(Samples.NEED, OrganisationKind.PRACTICE, again);
    }
}
