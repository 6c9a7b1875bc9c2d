package de.dolmetscherhotline.volunteer;

/** A mark of what a form showed, which comes back with it and tells whether that has changed meanwhile. */
final class Shown {

    private Shown() {}

    /** The same for what is shown the same, in every process. */
    static String mark(Object shown) {
        return Integer.toHexString(shown.toString().hashCode());
    }
}
