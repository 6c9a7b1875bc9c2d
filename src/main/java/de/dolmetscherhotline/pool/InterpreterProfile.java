package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator records about a member of the pool.
 *
 * @param phoneNumber where the person is rung
 * @param textNumber where texts go; null = to the number for calls
 * @param gender null = not stated
 * @param dateOfBirth null = unknown; then the status cannot be active
 * @param languages at least one, each once
 * @param subjects fields the person is qualified for, each once
 * @param obligations each kind once
 * @param doNotPair organisations whose calls the person never gets, each once
 * @param notes the coordinator's own, told to nobody but the person who asks for everything stored; null = none
 * @param emergencyOptIn may be rung in an emergency outside the hours that the person gave
 * @param calloutOptIn may be asked by text message while off duty
 */
public record InterpreterProfile(
        DistrictId districtId,
        String name,
        PhoneNumber phoneNumber,
        @Nullable PhoneNumber textNumber,
        @Nullable Gender gender,
        @Nullable LocalDate dateOfBirth,
        @Nullable String municipality,
        Set<Role> roles,
        List<LanguageSkill> languages,
        List<SubjectSkill> subjects,
        List<Obligation> obligations,
        List<DoNotPair> doNotPair,
        @Nullable String notes,
        Status status,
        boolean emergencyOptIn,
        boolean calloutOptIn) {

    private static final int FULL_AGE = 18;

    public InterpreterProfile {
        textNumber = phoneNumber.equals(textNumber) ? null : textNumber;
        roles = Set.copyOf(roles);
        languages = List.copyOf(languages);
        subjects = List.copyOf(subjects);
        obligations = List.copyOf(obligations);
        doNotPair = List.copyOf(doNotPair);
    }

    /** The same with other languages; at least one. */
    public InterpreterProfile withLanguages(List<LanguageSkill> others) {
        return with(status, others, subjects, obligations, doNotPair);
    }

    /** The same with other languages, at least one, and other subjects. */
    public InterpreterProfile withSkills(List<LanguageSkill> otherLanguages, List<SubjectSkill> otherSubjects) {
        return with(status, otherLanguages, otherSubjects, obligations, doNotPair);
    }

    /** The same with other obligations. */
    public InterpreterProfile withObligations(List<Obligation> others) {
        return with(status, languages, subjects, others, doNotPair);
    }

    /** The same, kept apart from other organisations. */
    public InterpreterProfile withDoNotPair(List<DoNotPair> others) {
        return with(status, languages, subjects, obligations, others);
    }

    /** The same with another status. */
    public InterpreterProfile with(Status other) {
        return with(other, languages, subjects, obligations, doNotPair);
    }

    private InterpreterProfile with(
            Status otherStatus,
            List<LanguageSkill> otherLanguages,
            List<SubjectSkill> otherSubjects,
            List<Obligation> otherObligations,
            List<DoNotPair> otherDoNotPair) {
        return new InterpreterProfile(
                districtId,
                name,
                phoneNumber,
                textNumber,
                gender,
                dateOfBirth,
                municipality,
                roles,
                otherLanguages,
                otherSubjects,
                otherObligations,
                otherDoNotPair,
                notes,
                otherStatus,
                emergencyOptIn,
                calloutOptIn);
    }

    /** Under which the person is known: who calls or texts from one of them is this person. */
    public List<PhoneNumber> numbers() {
        return textNumber == null ? List.of(phoneNumber) : List.of(phoneNumber, textNumber);
    }

    /** Whether the person is known to be of full age on that day. */
    public boolean isAdultOn(LocalDate day) {
        return dateOfBirth != null && isAdult(dateOfBirth, day);
    }

    /** Whether whoever was born on a day is of full age on another. */
    public static boolean isAdult(LocalDate born, LocalDate day) {
        return !born.isAfter(day.minusYears(FULL_AGE));
    }

    /** What the person has declared, shown or attended of this kind; empty if nothing is on record. */
    public Optional<Obligation> obligation(ObligationKind kind) {
        return obligations.stream()
                .filter(obligation -> obligation.kind() == kind)
                .findFirst();
    }
}
