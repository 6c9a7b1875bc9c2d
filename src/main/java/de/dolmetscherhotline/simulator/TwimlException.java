package de.dolmetscherhotline.simulator;

/** A document that the vendor would refuse as a whole. */
final class TwimlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;

    TwimlException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** The vendor's error code, such as 12100. */
    int code() {
        return code;
    }
}
