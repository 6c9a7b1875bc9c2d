package de.dolmetscherhotline.pool;

/** In which capacity somebody interprets. */
public enum Role {
    VOLUNTEER,
    /** Accompanies and guides newcomers; has a secure residence status. */
    INTEGRATIONSLOTSE,
    /** Accompanies people in the asylum procedure, being in it too. */
    ASYLBEGLEITER,
    /** Sworn before a court. */
    SWORN,
    EMPLOYED
}
