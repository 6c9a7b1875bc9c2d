/**
 * The form with which an appointment is asked for, as organisations fill it in themselves and coordinators do for whoever rings
 * them. Start with {@link de.dolmetscherhotline.appointment.form.BookingForm}.
 */
@NamedInterface("form")
@NullMarked
package de.dolmetscherhotline.appointment.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
