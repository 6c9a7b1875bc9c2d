package de.dolmetscherhotline.selfservice;

/** What a volunteer's leg is told. */
public enum Scene {
    /** The PIN, then #. */
    PIN,
    /** The same, after a wrong one. */
    PIN_WRONG,
    /** The same, after nothing was pressed. */
    PIN_MISSING,
    /** She has none yet, and how to get one. Only the keys for others count. */
    NO_PIN,
    /** Too many wrong ones: the end. */
    TOO_MANY,
    /** What holds, and the keys that change it. */
    STATE,
    /** The same, after it was changed. */
    SWITCHED,
    /** The same, or the PIN, after nobody was reached. */
    UNREACHABLE,
    /** She is put through to the coordinator. */
    HUMAN,
    /** She calls like somebody whom nobody knows. */
    GUEST,
    GOODBYE;

    boolean isOver() {
        return switch (this) {
            case TOO_MANY, GUEST, GOODBYE -> true;
            case PIN, PIN_WRONG, PIN_MISSING, NO_PIN, STATE, SWITCHED, UNREACHABLE, HUMAN -> false;
        };
    }
}
