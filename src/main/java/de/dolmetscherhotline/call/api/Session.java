package de.dolmetscherhotline.call.api;

import de.dolmetscherhotline.call.search.Decision;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Origin;
import de.dolmetscherhotline.kernel.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as the session log has it. Holds no number and no name. */
record Session(
        CallId callId,

        @Schema(description = "null if the number called is no line, or the line was removed") @Nullable
        LineId lineId,

        @Schema(description = "null if the caller was not recognised") @Nullable
        OrganisationId organisationId,

        @Nullable Language language,

        @Schema(description = "whether somebody dialled, was rung back, or had asked in writing")
        Origin origin,

        @Schema(description = "null while the call goes on") @Nullable
        Outcome outcome,

        boolean emergency,
        @Schema(description = "when the call came in") Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant languageChosenAt,

        @Schema(description = "when the first interpreter's telephone rang") @Nullable
        Instant firstRingAt,

        @Nullable Instant acceptedAt,

        @Schema(description = "when both could hear each other") @Nullable
        Instant connectedAt,

        @Schema(description = "when the conversation, or without one the call, was over") @Nullable
        Instant endedAt,

        @Schema(description = "from language chosen to connected") @Nullable
        Double timeToInterpreterSeconds,

        @Schema(description = "who interpreted; null if nobody did") @Nullable
        InterpreterId interpreterId,

        @Schema(description = "1 to 5") @Nullable Integer rating,

        @Schema(description = "how many third parties took part; nothing else is kept of them")
        int guests,

        @Schema(description = "who was asked, in this order")
        List<Offer> offers,

        @Schema(description = "how it was decided whom to ask")
        List<Match> matching) {

    /** A request to an interpreter. */
    record Offer(
            @Nullable InterpreterId interpreterId,
            int wave,
            Instant offeredAt,
            @Nullable Instant dialledAt,

            @Schema(description = "when the network began to call her") @Nullable
            Instant placedAt,

            @Schema(description = "when the telephone was picked up, perhaps by a machine") @Nullable
            Instant answeredAt,

            @Nullable Instant decidedAt,
            @Nullable Instant closedAt,

            @Schema(
                    description =
                            "accepted, declined, no_answer, no_key, busy, unreachable, too_late, withdrawn, lost, in_vain, failed"
                                    + " or unclear; null while open")
            @Nullable
            String fate) {}

    /** One decision of the matching policy. */
    record Match(int wave, Instant decidedAt, Decision decision) {}
}
