package de.dolmetscherhotline.call.api;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Origin;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call that goes on. Holds no number and no name. */
record OpenCall(
        CallId callId,
        @Nullable LineId lineId,
        @Nullable OrganisationId organisationId,

        @Schema(description = "where the call stands, for instance Searching, Connected, Recalling")
        String state,

        @Nullable Language language,
        boolean emergency,

        @Schema(
                description =
                        "whether somebody dialled; in a callback and in what was requested in writing nobody waits on the line")
        Origin origin,

        Instant startedAt,

        @Schema(description = "since when it has its place in the queue for the language") @Nullable
        Instant queuedSince,

        @Schema(description = "telephones of interpreters that are being called")
        int ringing) {}
