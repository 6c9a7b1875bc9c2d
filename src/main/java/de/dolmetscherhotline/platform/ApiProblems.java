package de.dolmetscherhotline.platform;

import de.dolmetscherhotline.platform.Problems.FieldProblem;
import io.r2dbc.spi.R2dbcException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Answers every failed request as problem details (RFC 9457), and bad input with one entry for each wrong field; to somebody in
 * a browser by an {@link ErrorPage}.
 */
@RestControllerAdvice
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    /** SQLSTATE of times beyond PostgreSQL's calendar and of characters that it does not have. */
    private static final Set<String> UNSTORABLE = Set.of("22007", "22008", "22009", "22021", "22P05");

    private final MessageSource messages;

    ApiProblems(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    protected Mono<ResponseEntity<Object>> createResponseEntity(
            @Nullable Object body, @Nullable HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return ErrorPage.insteadOfProblem(exchange)
                .map(page -> Mono.just(ResponseEntity.status(status)
                        .headers(headers == null ? HttpHeaders.EMPTY : headers)
                        .contentType(ErrorPage.TYPE)
                        .<Object>body(page.html(status, messages))))
                .orElseGet(() -> super.createResponseEntity(body, headers, status, exchange));
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleWebExchangeBindException(
            WebExchangeBindException failure, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        List<FieldProblem> errors = failure.getFieldErrors().stream()
                .map(ApiProblems::fieldProblem)
                .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message))
                .toList();
        return createResponseEntity(Problems.invalidFields(errors), headers, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException failure, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return createResponseEntity(problem(failure), headers, status, exchange);
    }

    /** A body that cannot even be taken apart, such as one of parts without a boundary. */
    @ExceptionHandler
    Mono<ResponseEntity<Object>> handleUnreadable(DecodingException failure, ServerWebExchange exchange) {
        var problem = Problems.invalidFields(List.of(new FieldProblem("", "is not readable")));
        return createResponseEntity(problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, exchange);
    }

    @ExceptionHandler
    Mono<ResponseEntity<Object>> handleUnexpected(Exception failure, ServerWebExchange exchange) {
        if (exchange.getResponse().isCommitted()) {
            // Mostly a client that went away in the middle of an answer; there is nothing left to say to it.
            return Mono.error(failure);
        }
        if (DatabaseAway.isMeantBy(failure)) {
            LOG.warn("Request failed because the database is away: {}", failure.toString());
            return failed(HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer. Please try again.", exchange);
        }
        if (isUnstorable(failure)) {
            var unstorable = ProblemDetail.forStatusAndDetail(
                    HttpStatus.BAD_REQUEST, "The request has a value that cannot be stored.");
            return createResponseEntity(unstorable, new HttpHeaders(), HttpStatus.BAD_REQUEST, exchange);
        }
        LOG.error(
                "Request failed: {} {}",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                failure);
        return failed(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side.", exchange);
    }

    private Mono<ResponseEntity<Object>> failed(HttpStatus status, String detail, ServerWebExchange exchange) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        return createResponseEntity(problem, new HttpHeaders(), status, exchange);
    }

    /** Also a time beyond the calendar of the database, at which its driver gives up. */
    private static boolean isUnstorable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DateTimeException) {
                return true;
            }
            if (cause instanceof R2dbcException refused
                    && UNSTORABLE.contains(Objects.requireNonNullElse(refused.getSqlState(), ""))) {
                return true;
            }
        }
        return false;
    }

    private static ProblemDetail problem(ServerWebInputException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException unreadable) {
                return problem(unreadable);
            }
            if (cause instanceof TypeMismatchException mismatch) {
                return Problems.invalidFields(List.of(new FieldProblem(
                        parameter(failure.getMethodParameter()), expectation(mismatch.getRequiredType()))));
            }
        }
        return Problems.invalidFields(List.of(new FieldProblem("", "is missing or not readable")));
    }

    private static ProblemDetail problem(JacksonException unreadable) {
        if (unreadable instanceof DatabindException misfit) {
            return Problems.invalidFields(List.of(new FieldProblem(path(misfit), message(misfit))));
        }
        return Problems.invalidFields(List.of(new FieldProblem("", "is not well-formed JSON")));
    }

    private static FieldProblem fieldProblem(FieldError error) {
        String message = error.isBindingFailure() ? expectation(requiredType(error)) : error.getDefaultMessage();
        return new FieldProblem(error.getField(), message == null ? "is not valid" : message);
    }

    private static @Nullable Class<?> requiredType(FieldError error) {
        return error.contains(TypeMismatchException.class)
                ? error.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
    }

    private static String parameter(@Nullable MethodParameter parameter) {
        String name = parameter == null ? null : parameter.getParameterName();
        return name == null ? "" : name;
    }

    private static String path(JacksonException misfit) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : misfit.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    /** Says what is expected and never repeats what came: it may be somebody's number or name. */
    private static String message(DatabindException misfit) {
        if (misfit instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        if (misfit instanceof ValueInstantiationException
                && misfit.getCause() instanceof IllegalArgumentException refusal
                && refusal.getMessage() != null) {
            return refusal.getMessage();
        }
        if (misfit instanceof JsonForm.Unreadable unreadable) {
            return unreadable.getOriginalMessage();
        }
        if (misfit instanceof MismatchedInputException mismatch) {
            return expectation(mismatch.getTargetType());
        }
        return "has the wrong form";
    }

    private static String expectation(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong form";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (type == LocalDate.class) {
            return "must be a date such as 2026-01-10";
        }
        if (type == LocalTime.class) {
            return "must be a time such as 08:00";
        }
        if (type == Instant.class) {
            return "must be an instant such as 2026-01-10T09:00:00Z";
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "must be a UUID";
            case "String" -> "must be text";
            case "Boolean", "boolean" -> "must be true or false";
            case "List" -> "must be a list";
            default -> "has the wrong form";
        };
    }
}
