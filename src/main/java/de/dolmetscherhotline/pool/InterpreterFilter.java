package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.KnownLanguage;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which members of the pools are asked for, and in which order; what is not named does not matter. */
public record InterpreterFilter(
        @Parameter(description = "only those of this district") @Nullable
        UUID districtId,

        @Parameter(description = "only those who interpret this language; BCP 47 tag") @Nullable @KnownLanguage
        String language,

        @Parameter(description = "only those who speak that language, or any, at this level or better") @Nullable
        LanguageLevel level,

        @Parameter(description = "only those who live there; upper and lower case do not matter")
        @Nullable
        @Size(max = 200)
        String municipality,

        @Parameter(description = "only those who are qualified for this subject") @Nullable
        Subject subject,

        @Parameter(description = "only those who have this role") @Nullable
        Role role,

        @Parameter(description = "only those of this status") @Nullable
        Status status,

        @Parameter(
                description = "only those who could be rung at this moment (active, on duty, in no call, not in quiet"
                        + " hours), or only those who could not")
        @Nullable
        Boolean availableNow,

        @Parameter(description = "only those of whom an obligation runs out in so many days, or has run out")
        @Nullable
        @Min(0)
        @Max(3650)
        Integer obligationExpiringWithinDays,

        @Parameter(description = "only those whom no call has disturbed for so many days, or ever")
        @Nullable
        @Min(1)
        @Max(3650)
        Integer notCalledForDays,

        @Parameter(description = "only those who never get the calls of this organisation") @Nullable
        UUID notPairedWith,

        @Parameter(description = "only those whose name contains this; upper and lower case do not matter")
        @Nullable
        @Size(max = 200)
        String name,

        @Parameter(description = "name, createdAt, lastAskedAt, municipality or status; the default is createdAt")
        @Nullable
        @Pattern(
                regexp = "name|createdAt|lastAskedAt|municipality|status",
                message = "must be one of name, createdAt, lastAskedAt, municipality, status")
        String sort,

        @Parameter(description = "asc or desc; the default is asc")
        @Nullable
        @Pattern(regexp = "asc|desc", message = "must be one of asc, desc")
        String order) {}
