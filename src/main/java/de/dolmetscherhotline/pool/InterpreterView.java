package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.pool.NewInterpreter.Exclusion;
import de.dolmetscherhotline.pool.NewInterpreter.Proof;
import de.dolmetscherhotline.pool.NewInterpreter.Qualification;
import de.dolmetscherhotline.pool.NewInterpreter.Skill;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of a pool, for the coordinator. */
@Schema(name = "Interpreter")
record InterpreterView(
        InterpreterId id,
        DistrictId districtId,
        String name,
        @Schema(description = "E.164") PhoneNumber phoneNumber,

        @Schema(description = "E.164; null = texts go to the number for calls") @Nullable
        PhoneNumber textNumber,

        @Nullable Gender gender,
        @Nullable LocalDate dateOfBirth,
        @Nullable String municipality,
        List<Role> roles,
        List<Skill> languages,
        List<Subject> subjects,
        List<Qualification> subjectQualifications,
        @Nullable LocalDate secrecyDeclaredOn,
        List<Proof> obligations,
        List<Exclusion> doNotPair,
        @Nullable String notes,
        Status status,

        @Schema(description = "may be rung in an emergency while off the hours given")
        boolean emergencyOptIn,

        @Schema(description = "may be asked by text message while off duty")
        boolean calloutOptIn,

        @Schema(description = "when the status last became active") @Nullable
        LocalDate activatedOn,

        @Schema(description = "whether the person is available now, to the minute")
        Duty duty,

        @Schema(description = "when that changes next; null = not unless the person says so") @Nullable
        Instant dutyUntil,

        @Schema(description = "what the person last said; null = nothing that is still known") @Nullable
        Boolean available,

        @Schema(description = "until when that holds; null = until further notice") @Nullable
        Instant availableUntil,

        @Schema(description = "when unanswered calls switched the person off; null = not since the last word") @Nullable
        Instant pausedAt,

        @Schema(description = "when the network could not reach the number; null = it works, or is new") @Nullable
        Instant numberFailedAt,

        @Schema(description = "since when the number wants no texts, until it says START; null = it takes them")
        @Nullable
        Instant textsStoppedAt,

        @Schema(description = "when a call last disturbed the person; null = never") @Nullable
        Instant lastAskedAt,

        Instant createdAt,

        @Schema(description = "counts the changes of what is recorded; quoted, it is the entity tag")
        long version,

        @Schema(description = "whether calls may reach the person when available")
        boolean routable,

        @Schema(description = "what stands in the way whatever a call needs, most fundamental first")
        List<Hindrance> hindrances) {

    static InterpreterView of(Interpreter interpreter, List<Hindrance> hindrances) {
        InterpreterProfile profile = interpreter.profile();
        return new InterpreterView(
                interpreter.id(),
                profile.districtId(),
                profile.name(),
                profile.phoneNumber(),
                profile.textNumber(),
                profile.gender(),
                profile.dateOfBirth(),
                profile.municipality(),
                profile.roles().stream().sorted().toList(),
                profile.languages().stream().map(Skill::of).toList(),
                profile.subjects().stream().map(SubjectSkill::subject).sorted().toList(),
                profile.subjects().stream().map(Qualification::of).toList(),
                profile.obligation(ObligationKind.SECRECY)
                        .map(Obligation::issuedOn)
                        .orElse(null),
                profile.obligations().stream().map(Proof::of).toList(),
                profile.doNotPair().stream().map(Exclusion::of).toList(),
                profile.notes(),
                profile.status(),
                profile.emergencyOptIn(),
                profile.calloutOptIn(),
                interpreter.activatedOn(),
                interpreter.duty(),
                interpreter.dutyUntil(),
                interpreter.available(),
                interpreter.availableUntil(),
                interpreter.pausedAt(),
                interpreter.numberFailedAt(),
                interpreter.textsStoppedAt(),
                interpreter.lastAskedAt(),
                interpreter.createdAt(),
                interpreter.version(),
                hindrances.stream().noneMatch(hindrance -> hindrance.blocks() == Hindrance.Blocked.CALLS),
                hindrances);
    }
}
