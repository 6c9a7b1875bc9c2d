package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.Gender;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report needs to know of somebody who interprets.
 *
 * @param active whether she is an active member of the district's pool today
 * @param municipality where she lives; empty if that is not known
 */
record Person(
        UUID id,
        boolean active,
        @Nullable Gender gender,
        @Nullable LocalDate dateOfBirth,
        String municipality) {

    /** Of somebody who was erased. */
    static Person unknown(UUID id) {
        return new Person(id, false, null, null, "");
    }

    /** The group for her gender: its word, or {@code unknown}. */
    Sex sex() {
        return gender == null
                ? Sex.UNKNOWN
                : switch (gender) {
                    case FEMALE -> Sex.FEMALE;
                    case MALE -> Sex.MALE;
                    case DIVERSE -> Sex.DIVERSE;
                };
    }

    AgeGroup ageOn(LocalDate day) {
        return AgeGroup.of(dateOfBirth, day);
    }

    /** Columns of a report. */
    enum Sex {
        FEMALE,
        MALE,
        DIVERSE,
        UNKNOWN
    }
}
