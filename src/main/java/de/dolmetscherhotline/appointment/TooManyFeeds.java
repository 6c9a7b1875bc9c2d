package de.dolmetscherhotline.appointment;

/** Somebody has as many calendar feeds as one may have: one must be revoked before another is made. */
public final class TooManyFeeds extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyFeeds(int most) {
        super("There are " + most + " calendar feeds already.", null, false, false);
    }
}
