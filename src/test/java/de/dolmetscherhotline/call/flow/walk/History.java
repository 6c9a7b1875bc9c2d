package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.Command;
import de.dolmetscherhotline.call.flow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What happened to one call, to be told when a rule is broken. */
final class History {

    private static final Pattern LONG_ID = Pattern.compile("([0-9a-f]{8})-[0-9a-f-]{27}");

    private record Turn(CallEvent event, Step step) {}

    private final List<Turn> turns = new ArrayList<>();

    void add(CallEvent event, Step step) {
        turns.add(new Turn(event, step));
    }

    int length() {
        return turns.size();
    }

    String told() {
        var text = new StringBuilder();
        for (var turn : turns) {
            text.append("  ").append(turn.event()).append(" -> ");
            text.append(turn.step().next().getClass().getSimpleName());
            text.append(turn.step().commands().stream().map(History::brief).toList())
                    .append('\n');
        }
        return LONG_ID.matcher(text).replaceAll("$1");
    }

    private static String brief(Command command) {
        return command instanceof Command.SeekInterpreters ? "SeekInterpreters" : command.toString();
    }
}
