/**
 * Appointments: an organisation needs an interpreter at a later time, on site or by telephone. Members of its district's pool
 * are asked by text, a few at a time, and the first who says yes has it. Start with
 * {@link de.dolmetscherhotline.appointment.Booking} and {@link de.dolmetscherhotline.appointment.Asking}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "availability",
            "call",
            "call :: flow",
            "idempotency",
            "kernel",
            "language",
            "line",
            "matching",
            "organisation",
            "platform",
            "pool",
            "privacy",
            "text",
            "webhook",
            "work"
        })
@NullMarked
package de.dolmetscherhotline.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
