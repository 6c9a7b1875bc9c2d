package de.dolmetscherhotline.appointment;

/** Who did not come. */
public enum Absent {
    INTERPRETER,
    /** The person who needed the interpreter. */
    PERSON,
    /** Nobody there came to the telephone, or to where they were to meet. */
    ORGANISATION
}
