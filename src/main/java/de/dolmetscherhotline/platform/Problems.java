package de.dolmetscherhotline.platform;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The ways in which a request to the REST API fails, as problem details (RFC 9457). */
public final class Problems {

    /** What is wrong with one field of a request; the field is a path such as {@code languages[0].tag}. */
    public record FieldProblem(String field, String message) {}

    private Problems() {}

    /** 404: there is nothing with that id. */
    public static ErrorResponseException notFound(String what) {
        return problem(HttpStatus.NOT_FOUND, "There is no such " + what + ".");
    }

    /** 409: the request contradicts what is stored. */
    public static ErrorResponseException conflict(String detail) {
        return problem(HttpStatus.CONFLICT, detail);
    }

    /** 409: one field contradicts what is stored. */
    public static ErrorResponseException conflict(String field, String message) {
        ErrorResponseException problem = conflict("The request contradicts what is stored.");
        problem.getBody().setProperty("errors", List.of(new FieldProblem(field, message)));
        return problem;
    }

    /** 412: what is to be changed is not what the client has seen. */
    public static ErrorResponseException outdated() {
        return problem(
                HttpStatus.PRECONDITION_FAILED,
                "This was changed in the meantime. Please read it again, and then change it.");
    }

    /** 400: one field is wrong. */
    public static ErrorResponseException invalid(String field, String message) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, invalidFields(List.of(new FieldProblem(field, message))), null);
    }

    /** 400: several fields are wrong. */
    public static ErrorResponseException invalid(List<FieldProblem> errors) {
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, invalidFields(errors), null);
    }

    /** 413: more than we take. */
    public static ErrorResponseException tooLarge(String detail) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, detail);
    }

    /** 422: readable, but what it says does not make sense; with what is wrong where. */
    public static ErrorResponseException unprocessable(String detail, List<?> errors) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setProperty("errors", errors);
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
    }

    /** 429: too often. */
    public static ErrorResponseException tooMany(String detail) {
        return problem(HttpStatus.TOO_MANY_REQUESTS, detail);
    }

    /** 503: not now, because too much is under way. */
    public static ErrorResponseException busy() {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "Too much is under way. Please try again.");
    }

    static ProblemDetail invalidFields(List<FieldProblem> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The request is not valid.");
        problem.setProperty("errors", errors);
        return problem;
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
