package de.dolmetscherhotline.pool;

/** Which way somebody interprets. A conversation needs both: who interprets one way only is not asked by telephone. */
public enum Direction {
    BOTH,
    FROM_GERMAN,
    TO_GERMAN
}
