package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an appointment.
 *
 * @param status afterwards
 * @param member of the organisation who did it in the portal; null if it was somebody else
 */
public record AppointmentChange(
        AppointmentId id,
        OrganisationId organisation,
        AppointmentEvent event,
        AppointmentStatus status,
        Actor actor,
        @Nullable MemberId member,
        Instant at) {}
