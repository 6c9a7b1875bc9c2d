package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.call.board.DayFigures;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The board as a page shows it.
 *
 * @param medianWait minutes and seconds; null if nobody was connected yet
 */
public record BoardView(
        List<Alarm> alarms,
        List<Line> waiting,
        List<Line> talks,
        DayFigures figures,
        @Nullable String medianWait,
        List<Covered> coverage) {

    public BoardView {
        alarms = List.copyOf(alarms);
        waiting = List.copyOf(waiting);
        talks = List.copyOf(talks);
        coverage = List.copyOf(coverage);
    }

    /**
     * Something that somebody should see to.
     *
     * @param key of its sentence
     * @param about what the sentence is about
     * @param urgent whether somebody waits for it
     */
    public record Alarm(String key, Object about, boolean urgent) {}

    /**
     * A call.
     *
     * @param language null while it is not chosen
     * @param stage key of how far it has come
     * @param tells whether there is something to be said of interpreters
     * @param ahead calls for the same language that are served first
     * @param asked interpreters who will not take it
     */
    public record Line(
            CallId id,
            @Nullable String language,
            @Nullable String organisation,
            boolean emergency,
            String stage,
            boolean tells,
            long ahead,
            int asked,
            Lasting lasting,
            List<Ringing> rings) {

        public Line {
            rings = List.copyOf(rings);
        }
    }

    /**
     * An interpreter who is asked, or has accepted.
     *
     * @param name null if she is of another district
     * @param stage key of how far that has come
     */
    public record Ringing(
            InterpreterId interpreter, @Nullable String name, String stage, Lasting lasting) {}

    /**
     * How long something has lasted.
     *
     * @param text minutes and seconds, and hours where there are any
     */
    public record Lasting(long seconds, String text) {}

    /**
     * A language.
     *
     * @param free who could be rung now
     * @param busy who could, were she not in a call
     * @param routable who could be rung at all
     */
    public record Covered(String language, int free, int busy, int routable) {}
}
