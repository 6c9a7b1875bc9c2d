package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.matching.Duty;
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
 * @param duty whether the person is available now, to the minute; a search works it out exactly
 * @param dutyUntil when that changes next; null = not unless the person says so
 * @param available what the person last said; null = nothing that is still known
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
        Duty duty,
        @Nullable Instant dutyUntil,
        @Nullable Boolean available,
        @Nullable Instant availableUntil,
        @Nullable Instant pausedAt,
        @Nullable Instant numberFailedAt,
        @Nullable Instant textsStoppedAt,
        @Nullable Instant lastAskedAt) {}
