package de.dolmetscherhotline.volunteer;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** What somebody sees who is not let in: how to get a new link. It tells nobody whether there ever was such a link. */
@ControllerAdvice(basePackageClasses = ClosedPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedPage {

    private final VisitCookie cookie;

    ClosedPage(VisitCookie cookie) {
        this.cookie = cookie;
    }

    @ExceptionHandler
    Rendering closed(VisitOver over, ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie.gone());
        return Rendering.view("volunteer/closed")
                .status(over.status())
                .modelAttribute("path", exchange.getRequest().getPath().value())
                .build();
    }
}
