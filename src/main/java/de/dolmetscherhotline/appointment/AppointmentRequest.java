package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Role;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A request for an appointment as somebody entered it, before it is checked. Empty texts are as good as none.
 *
 * @param date wall time of the district, as is {@code time}
 * @param municipality on site: where
 * @param address on site: where exactly, for whoever accepts
 * @param number by telephone: which registered number of the organisation is called; null = its first
 * @param gender null if it does not matter
 * @param genderRequired whether it is more than a wish
 * @param repeatWeekly how many appointments, a week apart; 1 = it is not repeated
 */
public record AppointmentRequest(
        AppointmentKind kind,
        LocalDate date,
        LocalTime time,
        int minutes,
        @Nullable String municipality,
        @Nullable String address,
        @Nullable PhoneNumber number,
        Language language,
        @Nullable Subject subject,
        @Nullable Gender gender,
        boolean genderRequired,
        @Nullable Role role,
        boolean sameInterpreter,
        @Nullable String caseReference,
        @Nullable String contactNote,
        int repeatWeekly) {

    public AppointmentRequest {
        municipality = given(municipality);
        address = given(address);
        caseReference = given(caseReference);
        contactNote = given(contactNote);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Without what might name a person. */
    @Override
    public String toString() {
        return "AppointmentRequest[" + kind + "]";
    }
}
