package de.dolmetscherhotline.simulator;

/** A refusal in the vendor's form (contract §5.6). */
final class RestError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    RestError(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static RestError bad(int code, String message) {
        return new RestError(400, code, message);
    }

    static RestError notFound(String what) {
        return new RestError(404, 20404, "The requested resource " + what + " was not found");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
