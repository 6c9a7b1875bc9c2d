package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.access.BarePage;
import de.dolmetscherhotline.platform.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Asks people who sign in to wait while PostgreSQL is away, also when it is not even known who they are. */
public final class Patience implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);

    private static final BarePage PAGE = new BarePage(
            "Einen Moment bitte",
            "Diese Seiten sind gerade nicht erreichbar. Bitte laden Sie die Seite in einer Minute neu. Sie bleiben angemeldet."
                    + " Eilt es? Rufen Sie die Hotline an.",
            "These pages cannot be reached at the moment. Please reload the page in a minute. You stay signed in. Is it"
                    + " urgent? Call the hotline.");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .onErrorResume(failure -> isToBeWaitedFor(exchange, failure), failure -> ask(exchange, failure));
    }

    private static boolean isToBeWaitedFor(ServerWebExchange exchange, Throwable failure) {
        return DatabaseAway.isMeantBy(failure) && !exchange.getResponse().isCommitted();
    }

    public static Mono<Void> ask(ServerWebExchange exchange, Throwable failure) {
        log.warn("A page waits because the database is away: {}", failure.toString());
        return PAGE.answer(exchange.getResponse(), HttpStatus.SERVICE_UNAVAILABLE);
    }
}
