package de.dolmetscherhotline.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.request.InterpreterRequest.Feedback;
import de.dolmetscherhotline.request.Requests.Change;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as REST shows it. */
@Schema(name = "Request")
record RequestView(
        UUID id,
        OrganisationId organisationId,

        @Schema(
                description =
                        "the same in the session log, and for the third parties of the call; null once that was erased")
        @Nullable
        CallId callId,

        Language language,
        @Nullable Subject subject,
        @Nullable Gender gender,
        boolean genderRequired,
        boolean emergency,
        @Nullable String caseReference,

        @Schema(description = "where the organisation is rung")
        PhoneNumber phoneNumber,

        RequestStatus status,

        @Schema(description = "how it ends; null until that is settled") @Nullable
        Outcome outcome,

        Instant requestedAt,
        Instant statusSince,

        @Schema(description = "when they could hear each other") @Nullable
        Instant connectedAt,

        @Schema(description = "when the conversation, or without one the search, was over") @Nullable
        Instant endedAt,

        @Schema(description = "what can be hoped for; said only when the request is made")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Outlook outlook,

        @Nullable Feedback feedback,

        @Schema(description = "how it came so far, earliest first; only when one request is looked at")
        List<Change> history) {

    static RequestView of(InterpreterRequest request) {
        return of(request, null, List.of());
    }

    static RequestView of(InterpreterRequest request, @Nullable Outlook outlook, List<Change> history) {
        var asked = request.asked();
        return new RequestView(
                request.id(),
                asked.organisation(),
                request.call(),
                asked.language(),
                asked.subject(),
                asked.gender(),
                asked.genderRequired(),
                asked.emergency(),
                asked.caseReference(),
                request.number(),
                request.status(),
                request.outcome(),
                request.requestedAt(),
                request.statusSince(),
                request.connectedAt(),
                request.endedAt(),
                outlook,
                request.feedback(),
                history);
    }
}
