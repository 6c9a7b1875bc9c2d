package de.dolmetscherhotline.request;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interpreter was asked for in writing.
 *
 * @param asked what was asked for
 * @param call null once the call was erased
 * @param revision counts the changes of the status
 * @param outcome null until it is settled how it ends
 * @param connectedAt when they could hear each other; null if that has not come yet
 * @param endedAt when the conversation, or without one the search, was over
 */
public record InterpreterRequest(
        UUID id,
        Asked asked,
        @Nullable CallId call,
        RequestStatus status,
        long revision,
        Instant requestedAt,
        Instant statusSince,
        @Nullable Outcome outcome,
        @Nullable Instant connectedAt,
        @Nullable Instant endedAt,
        @Nullable Feedback feedback) {

    /** Where the organisation is rung. */
    public PhoneNumber number() {
        return Objects.requireNonNull(asked.number());
    }

    /**
     * What is asked for.
     *
     * @param line null if the district may choose; of what is stored, if the line was removed
     * @param gender of the interpreter; null if it does not matter
     * @param genderRequired whether nobody else will do
     * @param caseReference a file number of the organisation's; never a name
     * @param number where the organisation is rung; null for its first number on record, never of what is stored
     */
    public record Asked(
            OrganisationId organisation,
            @Nullable LineId line,
            Language language,
            @Nullable Subject subject,
            @Nullable Gender gender,
            boolean genderRequired,
            boolean emergency,
            @Nullable String caseReference,
            @Nullable PhoneNumber number) {

        Asked at(LineId chosen, PhoneNumber ring) {
            return new Asked(
                    organisation, chosen, language, subject, gender, genderRequired, emergency, caseReference, ring);
        }

        Need need() {
            return new Need(language, subject, wish(), emergency);
        }

        private GenderWish wish() {
            if (gender == null) {
                return GenderWish.none();
            }
            return genderRequired ? GenderWish.requirement(gender) : GenderWish.wish(gender);
        }
    }

    /**
     * How content they were.
     *
     * @param stars 1 to 5
     */
    public record Feedback(int stars, @Nullable String comment) {}
}
