package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.work.WorkWatch.Trouble;
import java.time.Duration;

/**
 * What does not work.
 *
 * @param networkAnswers whether orders to the telephone network are sent at all
 * @param failedDials interpreters whom the network did not ring lately
 */
record Troubles(boolean networkAnswers, long failedDials, Trouble work) {

    /** Longer than this nothing that is due should wait. */
    private static final Duration LATE = Duration.ofSeconds(60);

    boolean isStuck() {
        return work.behind().compareTo(LATE) > 0 || work.givenUp() > 0;
    }
}
