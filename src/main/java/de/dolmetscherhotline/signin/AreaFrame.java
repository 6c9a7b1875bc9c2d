package de.dolmetscherhotline.signin;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What holds for every page of an area. */
public abstract class AreaFrame {

    /** Under which the page can be read again in the other language, unless its handler says otherwise. */
    @ModelAttribute("path")
    public String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value();
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    public Mono<Void> databaseAway(Exception failure, ServerWebExchange exchange) {
        return Patience.ask(exchange, failure);
    }
}
