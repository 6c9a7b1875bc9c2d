package de.dolmetscherhotline.training;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.pool.Obligation;
import de.dolmetscherhotline.pool.SubjectSkill;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who registered for a training, or was there.
 *
 * @param attendanceRecordedAt when it was recorded that she was there; null = it was not
 * @param gained what that gave her
 */
public record Participant(
        InterpreterId id,
        String name,
        Instant registeredAt,
        @Nullable Instant attendanceRecordedAt,
        Gained gained) {

    /**
     * What attendance gave somebody that she did not have before.
     *
     * @param qualification as it stands with the subject; null = no subject
     * @param issuedOn of the proof of training; null = none
     * @param validUntil of that proof; null = without end, or none
     */
    public record Gained(
            @Nullable String qualification,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validUntil) {

        static final Gained NOTHING = new Gained(null, null, null);

        Gained with(SubjectSkill skill) {
            return new Gained(skill.qualification(), issuedOn, validUntil);
        }

        Gained with(Obligation proof) {
            return new Gained(qualification, proof.issuedOn(), proof.validUntil());
        }
    }

    public boolean attended() {
        return attendanceRecordedAt != null;
    }
}
