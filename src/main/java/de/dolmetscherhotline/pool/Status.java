package de.dolmetscherhotline.pool;

/** How far somebody has come in the pool; only the active are called. */
public enum Status {
    APPLIED,
    IN_TRAINING,
    ACTIVE,
    RESTING,
    LEFT
}
