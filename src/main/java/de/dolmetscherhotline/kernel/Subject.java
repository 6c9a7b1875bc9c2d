package de.dolmetscherhotline.kernel;

/** A field in which interpreting needs qualification of its own. */
public enum Subject {
    MEDICAL,
    AUTHORITY,
    SCHOOL,
    POLICE,
    ASYLUM
}
