package de.dolmetscherhotline.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much work is waiting.
 *
 * @param due items whose time has come
 * @param oldest since when the oldest of them is due
 * @param next when the next item can be taken; null if there is none
 * @param givenUp items that failed too often
 */
record Backlog(long due, @Nullable Instant oldest, @Nullable Instant next, long givenUp) {
    static final Backlog EMPTY = new Backlog(0, null, null, 0);
}
