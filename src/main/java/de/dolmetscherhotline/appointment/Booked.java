package de.dolmetscherhotline.appointment;

import java.util.List;

/** What came of a request for an appointment. */
public sealed interface Booked {

    /** These are being asked for, earliest first; more than one if it is repeated. */
    record Done(List<Appointment> appointments) implements Booked {
        public Done {
            appointments = List.copyOf(appointments);
        }
    }

    /** It does not make sense. */
    record Wrong(List<Fault> faults) implements Booked {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }
}
