package de.dolmetscherhotline.privacy;

/**
 * A sealed value cannot be opened: its key is not there, or it was changed or moved to where it does not belong. The message
 * names keys, never values.
 */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
