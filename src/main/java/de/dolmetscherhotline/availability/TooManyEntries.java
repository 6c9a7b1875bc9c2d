package de.dolmetscherhotline.availability;

/** Somebody has more words, or absences, for times yet to come than are kept for one person. */
public final class TooManyEntries extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyEntries() {
        super("at most " + Availabilities.MOST + " words, and absences, are kept for one person");
    }
}
