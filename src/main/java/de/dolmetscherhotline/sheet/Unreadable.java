package de.dolmetscherhotline.sheet;

/** Says on the way out of a reader what is wrong with a file. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    Unreadable(Flaw flaw) {
        super(flaw.name(), null, false, false);
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
