package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.platform.DatabaseAway;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Asks people who sign in to wait while PostgreSQL is away, also when it is not even known who they are. The words stand here,
 * because a page that needs nothing cannot fail.
 */
public final class Patience implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);

    private static final byte[] PAGE = """
            <!DOCTYPE html>
            <html lang="de">
            <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Einen Moment bitte – Dolmetscher-Hotline</title>
                <link rel="stylesheet" href="/assets/pages.css">
            </head>
            <body>
            <main class="narrow alone">
                <section class="card">
                    <h1>Einen Moment bitte</h1>
                    <p>Diese Seiten sind gerade nicht erreichbar. Bitte laden Sie die Seite in einer Minute neu. Sie bleiben angemeldet.
                        Eilt es? Rufen Sie die Hotline an.</p>
                    <p lang="en">These pages cannot be reached at the moment. Please reload the page in a minute. You stay signed in.
                        Is it urgent? Call the hotline.</p>
                </section>
            </main>
            </body>
            </html>
            """.getBytes(StandardCharsets.UTF_8);

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
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(PAGE)));
    }
}
