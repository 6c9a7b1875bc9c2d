package de.dolmetscherhotline.call.guest;

import de.dolmetscherhotline.kernel.GuestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A third party, as whoever invited it sees it; never its number. */
public record Guest(
        GuestId id,
        GuestState state,
        Instant invitedAt,
        @Nullable Instant joinedAt,
        @Nullable Instant overAt) {}
