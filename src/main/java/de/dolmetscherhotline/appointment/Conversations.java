package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import reactor.core.publisher.Mono;

/** Brings two people together by telephone, by calling both. Implemented where calls are made. */
public interface Conversations {

    /**
     * Calls the interpreter and, once she has accepted, the organisation. May be asked more than once for the same
     * appointment, and then begins nothing anew.
     *
     * @return the call, which may not have been answered yet; never empty
     */
    Mono<CallId> begin(Beginning beginning);

    /**
     * Who is to talk with whom.
     *
     * @param interpreter who said that she comes
     * @param number on record of the organisation
     */
    record Beginning(
            AppointmentId appointment,
            DistrictId district,
            OrganisationId organisation,
            InterpreterId interpreter,
            Need need,
            PhoneNumber number) {

        /** Without the number. */
        @Override
        public String toString() {
            return "Beginning[" + appointment + "]";
        }
    }
}
