package de.dolmetscherhotline.request;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.KnownLanguage;
import de.dolmetscherhotline.platform.Dialable;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.request.InterpreterRequest.Asked;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as it comes in by REST. */
record NewRequest(
        @Schema(description = "whose request it is; an organisation's own key need not say it") @Nullable
        UUID organisationId,

        @Schema(description = "by which line; without it the district's that offers the language") @Nullable
        UUID lineId,

        @NotNull @KnownLanguage Language language,

        @Schema(description = "the field, for which qualification is required") @Nullable
        Subject subject,

        @Schema(description = "of the interpreter; none if it does not matter") @Nullable
        Gender gender,

        @Schema(description = "whether nobody else will do; default false: a wish") @Nullable
        Boolean genderRequired,

        @Schema(description = "default false") @Nullable Boolean emergency,

        @Schema(description = "a file number of yours with at least one digit; never a name", example = "2026-0815")
        @Nullable
        @Pattern(
                regexp = CaseReference.PATTERN,
                message = "must be a file number of at most 40 characters, never a name")
        String caseReference,

        @Schema(description = "where to ring, one of the numbers on record; without it the first of them")
        @Nullable
        @Dialable
        PhoneNumber phoneNumber) {

    /** What is asked for; by whom it is, if that does not follow from who sends it. */
    Asked asked(@Nullable OrganisationId sender) {
        if (gender == null && Boolean.TRUE.equals(genderRequired)) {
            throw Problems.invalid("gender", "must be given if it is required");
        }
        return new Asked(
                organisation(sender),
                lineId == null ? null : new LineId(lineId),
                language,
                subject,
                gender,
                Boolean.TRUE.equals(genderRequired),
                Boolean.TRUE.equals(emergency),
                caseReference,
                phoneNumber);
    }

    private OrganisationId organisation(@Nullable OrganisationId sender) {
        if (sender != null && (organisationId == null || sender.value().equals(organisationId))) {
            return sender;
        }
        if (organisationId == null) {
            throw Problems.invalid("organisationId", "must not be null");
        }
        if (sender != null) {
            throw Problems.invalid("organisationId", "is not the organisation of the key");
        }
        return new OrganisationId(organisationId);
    }

    /** Without what might tell who it is about. */
    @Override
    public String toString() {
        return "NewRequest";
    }
}
