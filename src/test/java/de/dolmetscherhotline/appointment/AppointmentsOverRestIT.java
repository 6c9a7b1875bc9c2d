package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.InterpreterId;
import org.springframework.beans.factory.annotation.Autowired;

/** Base of the tests of the REST API of appointments. */
abstract class AppointmentsOverRestIT extends AppointmentStoreIT {

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentInvitations invitations;

    /** She has it; how that came about does not matter here. */
    InterpreterId taken(AppointmentId id) {
        var amina = add(member());
        wait(invitations.invite(wait(appointments.byId(id)), amina));
        wait(appointments.claim(id, amina));
        return amina;
    }
}
