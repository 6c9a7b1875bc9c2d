package de.dolmetscherhotline.kernel;

/** Gender as an interpreter states it. */
public enum Gender {
    FEMALE,
    MALE,
    DIVERSE
}
