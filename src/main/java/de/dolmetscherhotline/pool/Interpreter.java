package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A member of the pool.
 *
 * @param version counts the changes of the profile, from 1
 * @param timeZone of the district
 * @param activatedOn when the status last became active; null = never
 * @param available what the person last said; null = never said anything
 * @param availableUntil until when that holds; null = until further notice
 * @param pausedAt when unanswered offers switched the person off; null = the last word was the person's own
 * @param numberFailedAt when the network last could not reach the number; null = not since it last could
 * @param textsStoppedAt since when the number wants no texts; null = it takes them
 * @param lastAskedAt when a call last disturbed the person; null = never
 */
public record Interpreter(
        InterpreterId id,
        InterpreterProfile profile,
        long version,
        ZoneId timeZone,
        Instant createdAt,
        @Nullable LocalDate activatedOn,
        @Nullable Boolean available,
        @Nullable Instant availableUntil,
        @Nullable Instant pausedAt,
        @Nullable Instant numberFailedAt,
        @Nullable Instant textsStoppedAt,
        @Nullable Instant lastAskedAt) {}
