package de.dolmetscherhotline.volunteer;

import org.springframework.http.HttpStatus;

/** Nobody is let in with this link or this cookie, or not any more. */
final class VisitOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private VisitOver(HttpStatus status) {
        super("the link or the visit is over, or never was", null, false, false);
        this.status = status;
    }

    static VisitOver notLetIn() {
        return new VisitOver(HttpStatus.FORBIDDEN);
    }

    static VisitOver tooManyWrongLinks() {
        return new VisitOver(HttpStatus.TOO_MANY_REQUESTS);
    }

    HttpStatus status() {
        return status;
    }
}
