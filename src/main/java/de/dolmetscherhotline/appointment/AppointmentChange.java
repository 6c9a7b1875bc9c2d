package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Instant;

/**
 * Something that happened to an appointment.
 *
 * @param status afterwards
 */
public record AppointmentChange(
        AppointmentId id,
        OrganisationId organisation,
        AppointmentEvent event,
        AppointmentStatus status,
        Actor actor,
        Instant at) {}
