package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.simulator.Heard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line on a telephone's screen.
 *
 * @param language of a spoken text (BCP 47); null = not spoken
 * @param text what was said, the keys, the reason of the end; empty where the kind says it all
 */
record ScreenLine(Heard.Kind kind, @Nullable String language, String text) {

    /** The latest lines, oldest first. Text messages have a place of their own; music that goes on is one line. */
    static List<ScreenLine> latest(List<Heard> heard, int limit) {
        var lines = new ArrayList<ScreenLine>();
        for (var item : heard) {
            var line = of(item);
            if (item.kind() != Heard.Kind.SMS && !(line.isMusic() && endsWith(lines, line))) {
                lines.add(line);
            }
        }
        return List.copyOf(lines.subList(Math.max(0, lines.size() - limit), lines.size()));
    }

    private static ScreenLine of(Heard heard) {
        return switch (heard.kind()) {
            case SAY -> new ScreenLine(Heard.Kind.SAY, heard.language(), heard.text());
            case PLAY, MUSIC -> new ScreenLine(Heard.Kind.MUSIC, null, "");
            case KEYS, KEYS_LOST, END -> new ScreenLine(heard.kind(), null, heard.text());
            case SPEECH -> new ScreenLine(Heard.Kind.KEYS, null, heard.text());
            case SPEECH_LOST -> new ScreenLine(Heard.Kind.KEYS_LOST, null, heard.text());
            case BEEP, ERROR, SMS -> new ScreenLine(heard.kind(), null, "");
        };
    }

    private boolean isMusic() {
        return kind == Heard.Kind.MUSIC;
    }

    private static boolean endsWith(List<ScreenLine> lines, ScreenLine line) {
        return !lines.isEmpty() && lines.getLast().equals(line);
    }
}
