package de.dolmetscherhotline.selfservice;

import de.dolmetscherhotline.kernel.PhoneNumber;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to say the next words to a volunteer who calls.
 *
 * @param turn of the question; names it in the URL to which the keys go
 * @param hasPin whether she has set one
 * @param identified whether it was right, so that she may hear what holds
 * @param available whether she may be rung now
 * @param until when that changes; null = not unless she says so
 * @param now wall time of the district
 * @param line the number she called
 * @param coordinator whom the key 0 reaches; null if nobody
 */
public record VolunteerView(
        Scene scene,
        int turn,
        boolean hasPin,
        boolean identified,
        boolean available,
        @Nullable Instant until,
        ZonedDateTime now,
        PhoneNumber line,
        @Nullable PhoneNumber coordinator) {}
