package de.dolmetscherhotline.call.flow;

/** Keys that mean the same wherever the caller hears about them (ADR 9). */
final class Keys {

    /** A human, at any time. */
    static final String COORDINATOR = "0";

    static final String EMERGENCY = "9";

    /** While waiting, and when nobody can be found. */
    static final String CALL_ME_BACK = "1";

    static final String PROVIDER = "2";

    /** Hear it again; while waiting: choose another language. */
    static final String STAR = "*";

    /** Yes, to a question that reads something back; an interpreter accepts with it. */
    static final String YES = "1";

    /** Shorter than any PIN. */
    private static final int MOST_OF_ONE_KEY = 3;

    private Keys() {}

    /** Where keys are collected: this one, perhaps pressed more often by somebody who got no answer. */
    static boolean isOnly(String key, String keys) {
        return !keys.isEmpty() && keys.length() <= MOST_OF_ONE_KEY && keys.equals(key.repeat(keys.length()));
    }
}
