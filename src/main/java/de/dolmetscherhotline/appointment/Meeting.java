package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Where an appointment takes place. */
public sealed interface Meeting {

    /**
     * They meet somewhere.
     *
     * @param address for whoever accepted, and nobody else who is asked; null when it was kept long enough
     */
    record OnSite(String municipality, @Nullable String address) implements Meeting {

        String place() {
            return address == null ? municipality : address + ", " + municipality;
        }
    }

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
