package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Evaluation.Overview;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Key figures as everybody may read them. Whatever the sums of the tables hide is not told by a figure either, and none is told
 * that few calls stand behind, also by what is left when it is taken from another one.
 */
final class PublishedFigures {

    /** The demand on the line would tell how often no language was chosen, which the table of languages may hide. */
    static final Set<Figure> TOLD = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Figure.WANTED)));

    private PublishedFigures() {}

    /** Null if it must not be told, or cannot be worked out. */
    static @Nullable BigDecimal of(Figure figure, CallTables calls, Overview overview) {
        var counted = overview.counted();
        long others = counted.calls() - counted.sessions();
        boolean told = switch (figure) {
            case CALLS -> calls.calls() != null;
            case SESSIONS -> calls.sessions() != null;
            case MINUTES -> calls.sessions() != null && isLarge(counted.sessions());
            case MEDIAN_SECONDS, SECONDS_80, SECONDS_95 ->
                calls.sessions() != null && isLarge(overview.waits().sessions());
            case STARS -> calls.sessions() != null && isLarge(counted.ratings());
            case ATTEMPTS -> calls.calls() != null && isNoneOrLarge(counted.attempts());
            case EMERGENCIES -> calls.calls() != null && isPart(counted.emergencies(), counted.calls());
            case RATINGS -> calls.sessions() != null && isPart(counted.ratings(), counted.sessions());
            case WANTED -> false;
            case ABANDONED -> calls.others() != null && isPart(counted.abandoned(), others);
            case UNCOVERED -> calls.others() != null && isPart(counted.uncovered(), others);
            case WITHIN_30, WITHIN_60, WITHIN_120 ->
                calls.others() != null && isLarge(counted.connected()) && isNoneOrLarge(counted.uncovered());
        };
        return told ? figure.of(counted, overview.waits()) : null;
    }

    private static boolean isLarge(long count) {
        return count > SmallCells.SMALL;
    }

    private static boolean isNoneOrLarge(long count) {
        return count == 0 || isLarge(count);
    }

    private static boolean isPart(long part, long whole) {
        return isNoneOrLarge(part) && isNoneOrLarge(whole - part);
    }
}
