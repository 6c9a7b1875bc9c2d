package de.dolmetscherhotline.pool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.KnownLanguage;
import de.dolmetscherhotline.platform.Dialable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client wants to be recorded about a member of a pool. */
@JsonIgnoreProperties({
    "id",
    "activatedOn",
    "duty",
    "dutyUntil",
    "available",
    "availableUntil",
    "pausedAt",
    "numberFailedAt",
    "textsStoppedAt",
    "lastAskedAt",
    "createdAt",
    "version",
    "routable",
    "hindrances"
})
record NewInterpreter(
        @NotNull DistrictId districtId,
        @NotBlank @Size(max = 200) String name,

        @Schema(description = "in any usual form; returned as E.164", example = "+491713920000") @NotNull @Dialable
        PhoneNumber phoneNumber,

        @Schema(
                description = "where texts go if the other number takes none, such as a landline; whoever texts is"
                        + " recognised by both; null = to the number for calls",
                example = "+491713920001")
        @Nullable
        @Dialable
        PhoneNumber textNumber,

        @Schema(description = "null = not stated") @Nullable Gender gender,

        @Schema(description = "required for the status active, which is for adults only") @Nullable
        LocalDate dateOfBirth,

        @Nullable @Size(max = 200) String municipality,
        @Nullable List<@NotNull Role> roles,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Skill> languages,

        @Schema(description = "fields the person is qualified for; without it, those of subjectQualifications")
        @Nullable
        List<@NotNull Subject> subjects,

        @Schema(description = "how, and since when, the person is qualified for some of the subjects")
        @Nullable
        @Size(max = 20)
        List<@NotNull @Valid Qualification> subjectQualifications,

        @Schema(description = "when the duty of secrecy was declared; without it nobody is called") @Nullable
        LocalDate secrecyDeclaredOn,

        @Schema(
                description =
                        "what the person has declared, shown or attended, each kind once; nobody is called of whom"
                                + " one has run out. Secrecy may be named here instead of in secrecyDeclaredOn, or in both.")
        @Nullable
        @Size(max = 20)
        List<@NotNull @Valid Proof> obligations,

        @Schema(description = "organisations whose calls the person never gets") @Nullable @Size(max = 200)
        List<@NotNull @Valid Exclusion> doNotPair,

        @Schema(description = "the coordinator's own; never told to callers") @Nullable @Size(max = 4000)
        String notes,

        @NotNull Status status,

        @Schema(description = "may be rung in an emergency while off the hours given; default false") @Nullable
        Boolean emergencyOptIn,

        @Schema(description = "may be asked by text message while off duty; default false") @Nullable
        Boolean calloutOptIn) {

    @Schema(name = "Skill")
    record Skill(
            @Schema(description = "BCP 47 tag", example = "ar") @NotNull @KnownLanguage
            Language tag,

            @NotNull LanguageLevel level,

            @Schema(
                    description =
                            "default both; who interprets one way only is not called, but may be booked for documents"
                                    + " and appointments")
            @Nullable
            Direction direction,

            @Schema(description = "which dialects the person understands") @Nullable @Size(max = 300)
            String dialects) {

        static Skill of(LanguageSkill skill) {
            return new Skill(skill.language(), skill.level(), skill.direction(), skill.dialects());
        }

        private LanguageSkill skill() {
            return new LanguageSkill(tag, level, direction == null ? Direction.BOTH : direction, given(dialects));
        }
    }

    @Schema(name = "SubjectQualification")
    record Qualification(
            @NotNull Subject subject,

            @Schema(description = "how, or by which certificate") @Nullable @Size(max = 300)
            String qualification,

            @Nullable LocalDate since) {

        static Qualification of(SubjectSkill skill) {
            return new Qualification(skill.subject(), skill.qualification(), skill.since());
        }

        private SubjectSkill skill() {
            return new SubjectSkill(subject, given(qualification), since);
        }
    }

    @Schema(name = "Obligation")
    record Proof(
            @NotNull ObligationKind kind,
            @NotNull LocalDate issuedOn,

            @Schema(description = "the last day on which it holds; without it the district's rule for its kind decides")
            @Nullable
            LocalDate validUntil,

            @Nullable @Size(max = 500) String note) {

        static Proof of(Obligation obligation) {
            return new Proof(obligation.kind(), obligation.issuedOn(), obligation.validUntil(), obligation.note());
        }

        private Obligation obligation() {
            return new Obligation(kind, issuedOn, validUntil, given(note));
        }
    }

    @Schema(name = "DoNotPair")
    record Exclusion(
            @NotNull OrganisationId organisationId,

            @Schema(description = "for the coordinator") @NotBlank @Size(max = 500)
            String reason) {

        static Exclusion of(DoNotPair pair) {
            return new Exclusion(pair.organisation(), pair.reason());
        }

        private DoNotPair pair() {
            return new DoNotPair(organisationId, reason);
        }
    }

    InterpreterProfile profile() {
        return new InterpreterProfile(
                districtId,
                name,
                phoneNumber,
                textNumber,
                gender,
                dateOfBirth,
                given(municipality),
                roles == null ? Set.of() : new HashSet<>(roles),
                languages.stream().map(Skill::skill).toList(),
                subjectSkills(),
                profileObligations(),
                orNone(doNotPair).stream().map(Exclusion::pair).toList(),
                given(notes),
                status,
                Boolean.TRUE.equals(emergencyOptIn),
                Boolean.TRUE.equals(calloutOptIn));
    }

    private List<SubjectSkill> subjectSkills() {
        var detailed =
                orNone(subjectQualifications).stream().map(Qualification::skill).toList();
        var known = detailed.stream().map(SubjectSkill::subject).toList();
        var others = orNone(subjects).stream()
                .distinct()
                .filter(subject -> !known.contains(subject))
                .map(SubjectSkill::of);
        return Stream.concat(detailed.stream(), others).toList();
    }

    private List<Obligation> profileObligations() {
        var named = orNone(obligations).stream().map(Proof::obligation).toList();
        return secrecyDeclaredOn == null
                        || named.stream().anyMatch(obligation -> obligation.kind() == ObligationKind.SECRECY)
                ? named
                : Stream.concat(Stream.of(Obligation.of(ObligationKind.SECRECY, secrecyDeclaredOn)), named.stream())
                        .toList();
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Nothing where there is nothing to read. */
    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
