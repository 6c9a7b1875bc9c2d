package de.dolmetscherhotline.call.flow;

import java.util.ArrayList;
import java.util.List;

/** The answer of {@link CallFlow#on}: the next state, and what is to be done, in this order. */
public record Step(CallState next, List<Command> commands) {

    public Step {
        commands = List.copyOf(commands);
    }

    static Step to(CallState next, Command... commands) {
        return new Step(next, List.of(commands));
    }

    Step then(List<? extends Command> more) {
        var all = new ArrayList<>(commands);
        all.addAll(more);
        return new Step(next, all);
    }

    /** The same step, with these done before everything else: questions must find the effects they depend on done. */
    Step after(List<? extends Command> first) {
        var all = new ArrayList<Command>(first);
        all.addAll(commands);
        return new Step(next, all);
    }

    Step after(Command... first) {
        return after(List.of(first));
    }

    Step then(Command... more) {
        return then(List.of(more));
    }
}
