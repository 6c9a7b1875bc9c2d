package de.dolmetscherhotline.care;

import de.dolmetscherhotline.kernel.Language;
import java.time.DayOfWeek;

/**
 * Hours of an ordinary week in which a line offers a language and nobody has planned to be there for the whole hour.
 *
 * @param from first hour of the day, 0 to 23
 * @param to the hour at which it ends, 1 to 24
 */
record Gap(Language language, DayOfWeek day, int from, int to) {

    int hours() {
        return to - from;
    }
}
