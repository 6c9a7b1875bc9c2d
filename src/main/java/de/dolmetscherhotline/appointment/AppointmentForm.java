package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.KnownLanguage;
import de.dolmetscherhotline.pool.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A request for an appointment as it comes over the REST API. */
@Schema(name = "NewAppointment")
record AppointmentForm(
        @Schema(description = "for coordinators; an organisation asks for itself") @Nullable
        OrganisationId organisationId,

        @NotNull AppointmentKind kind,

        @Schema(description = "wall time of the district", example = "2026-12-03") @NotNull
        LocalDate date,

        @Schema(type = "string", description = "wall time of the district, to the minute", example = "14:00") @NotNull
        LocalTime time,

        @NotNull @Min(RequestCheck.SHORTEST_MINUTES) @Max(RequestCheck.LONGEST_MINUTES)
        Integer minutes,

        @Schema(description = "on site: where", example = "Helmstedt") @Nullable
        String municipality,

        @Schema(
                description = "on site: where exactly; told only to the interpreter who accepts",
                example = "Südertor 6, Zimmer 12")
        @Nullable
        String address,

        @Schema(description = "by telephone: which registered number is called; default: the first") @Nullable
        PhoneNumber phoneNumber,

        @NotNull @KnownLanguage Language language,
        @Nullable Subject subject,
        @Nullable Gender gender,

        @Schema(description = "whether the gender is more than a wish; default false") @Nullable
        Boolean genderRequired,

        @Schema(description = "in which capacity somebody must interpret") @Nullable
        Role role,

        @Schema(description = "whether somebody is asked first who interpreted here before; default false") @Nullable
        Boolean sameInterpreter,

        @Schema(description = "a reference of your own, never a name", example = "2026/0815") @Nullable
        String caseReference,

        @Schema(description = "where to report; told only to the interpreter who accepts") @Nullable
        String contactNote,

        @Schema(description = "how many, a week apart, if possible with the same interpreter; default 1")
        @Nullable
        @Min(1)
        @Max(RequestCheck.MOST_REPEATS)
        Integer repeatWeekly) {

    AppointmentRequest request() {
        return new AppointmentRequest(
                kind,
                date,
                time,
                minutes,
                municipality,
                address,
                phoneNumber,
                language,
                subject,
                gender,
                Boolean.TRUE.equals(genderRequired),
                role,
                Boolean.TRUE.equals(sameInterpreter),
                caseReference,
                contactNote,
                repeatWeekly == null ? 1 : repeatWeekly);
    }

    /** Without what might name a person. */
    @Override
    public String toString() {
        return "AppointmentForm[" + kind + "]";
    }
}
