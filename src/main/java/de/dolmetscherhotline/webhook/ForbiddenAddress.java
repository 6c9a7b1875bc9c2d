package de.dolmetscherhotline.webhook;

import java.io.IOException;

/** A name stands for an address to which nothing may be sent ({@link Destinations}). Names neither. */
final class ForbiddenAddress extends IOException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddress() {
        super("the address is not one to which announcements may go");
    }

    /** Nobody looks where it comes from. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
