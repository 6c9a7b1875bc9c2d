package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time at which an organisation needs an interpreter.
 *
 * @param district whose pool is asked
 * @param series null if it is not repeated
 * @param round begins with 1; the next begins when somebody who had it has it no more
 * @param nextWaveAt when the next few may be asked
 * @param interpreter who has it, or had it when it was over
 * @param confirmedAt when she said yes
 * @param doubtedAt since when she is recorded as away at that time; null if she is not
 * @param call by telephone: the call in which both were called
 * @param absent who did not come
 */
public record Appointment(
        AppointmentId id,
        DistrictId district,
        OrganisationId organisation,
        @Nullable Series series,
        Wanted wanted,
        AppointmentStatus status,
        int round,
        Instant nextWaveAt,
        @Nullable InterpreterId interpreter,
        @Nullable Instant confirmedAt,
        @Nullable Instant doubtedAt,
        @Nullable CallId call,
        @Nullable Absent absent,
        Instant createdAt) {

    /**
     * Appointments of which one follows another a week later.
     *
     * @param position counted from 0
     */
    public record Series(UUID id, int position) {}

    boolean isConfirmedFor(InterpreterId who) {
        return status == AppointmentStatus.CONFIRMED && who.equals(interpreter);
    }

    /** Whether she who has it may not come. */
    public boolean isDoubted() {
        return status == AppointmentStatus.CONFIRMED && doubtedAt != null;
    }

    @Override
    public String toString() {
        return "Appointment[" + id + " " + status + "]";
    }
}
