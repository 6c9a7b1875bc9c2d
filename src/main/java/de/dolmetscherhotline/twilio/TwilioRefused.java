package de.dolmetscherhotline.twilio;

/** Twilio answered a REST request with an error. */
final class TwilioRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    TwilioRefused(int status, int code) {
        super("Twilio answered status " + status + ", code " + code);
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    /** Twilio's own code (contract §5.6), 0 if the answer had none. */
    int code() {
        return code;
    }

    /** Whether the request certainly had no effect and never will: anything but a fault on their side. */
    boolean isFinal() {
        return status < 500;
    }
}
