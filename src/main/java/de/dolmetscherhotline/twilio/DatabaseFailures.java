package de.dolmetscherhotline.twilio;

import io.r2dbc.spi.R2dbcException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import reactor.core.publisher.Mono;

/** What goes wrong in the database while a webhook is answered becomes no problem detail: {@link OutageFilter} knows better. */
@RestControllerAdvice(basePackageClasses = DatabaseFailures.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseFailures {

    @ExceptionHandler({DataAccessException.class, TransactionException.class, R2dbcException.class})
    Mono<ResponseEntity<Void>> passOn(Exception failure) {
        return Mono.error(failure);
    }
}
