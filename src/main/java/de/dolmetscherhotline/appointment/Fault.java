package de.dolmetscherhotline.appointment;

/**
 * What is wrong with a field of a request for an appointment.
 *
 * @param field as {@link AppointmentRequest} names it
 */
public record Fault(String field, Reason reason) {

    /** Why; pages have words of their own for each. */
    public enum Reason {
        REQUIRED("must be given"),
        NOT_FOR_PHONE("is only for appointments on site"),
        ONLY_FOR_PHONE("is only for appointments by telephone"),
        TOO_LONG("is too long"),
        ONE_LINE("must be one line"),
        LENGTH("must be between 15 and 720 minutes"),
        TO_THE_MINUTE("must be a time to the minute"),
        NO_SUCH_TIME("does not exist on that day, because clocks are put forward"),
        TOO_SOON("is too soon: nobody could be asked in time"),
        TOO_FAR("is too far ahead"),
        REPEATS("must be between 1 and 26"),
        NEEDS_GENDER("needs a gender"),
        CASE_REFERENCE("must be up to 40 letters, digits or ./_-, with a digit: a reference, not a name"),
        NOT_REGISTERED("is not a registered number of the organisation"),
        NO_NUMBER("the organisation has no registered number"),
        BLOCKED("is blocked");

        private final String english;

        Reason(String english) {
            this.english = english;
        }

        /** Completes "The field …". */
        public String english() {
            return english;
        }
    }
}
