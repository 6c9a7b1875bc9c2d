package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.PhoneNumber;

/** Where an appointment takes place. */
public sealed interface Meeting {

    /**
     * They meet somewhere.
     *
     * @param address for whoever accepted, and nobody else who is asked
     */
    record OnSite(String municipality, String address) implements Meeting {}

    /**
     * They are connected.
     *
     * @param number of the organisation, which is called
     */
    record ByPhone(PhoneNumber number) implements Meeting {}

    default AppointmentKind kind() {
        return switch (this) {
            case OnSite onSite -> AppointmentKind.ON_SITE;
            case ByPhone byPhone -> AppointmentKind.PHONE;
        };
    }
}
