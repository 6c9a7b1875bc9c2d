package de.dolmetscherhotline.call.board;

import org.jspecify.annotations.Nullable;

/**
 * How a day has gone so far.
 *
 * @param calls that began on the day, dialled or requested in writing; being rung back does not count again, and hanging up
 *     within five seconds not at all
 * @param connected that began on the day and led to a conversation
 * @param unmet that began on the day and are unmet demand now, settled or not
 * @param medianWait seconds from the choice of a language to the conversation, of those dialled; null if there was none
 */
public record DayFigures(
        long calls, long connected, long unmet, @Nullable Long medianWait) {}
