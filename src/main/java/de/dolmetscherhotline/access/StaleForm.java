package de.dolmetscherhotline.access;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers a form without its token: a person in a browser most likely had the page open for too long and learns how to go on,
 * anybody else gets problem details. The words stand here, because nothing is known of a request that is refused so early.
 */
final class StaleForm implements ServerAccessDeniedHandler {

    private static final byte[] PAGE = """
            <!DOCTYPE html>
            <html lang="de">
            <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Bitte noch einmal – Dolmetscher-Hotline</title>
                <link rel="stylesheet" href="/assets/pages.css">
            </head>
            <body>
            <main class="narrow alone">
                <section class="card">
                    <h1>Bitte noch einmal</h1>
                    <p>Die Seite war zu lange offen, es wurde nichts gespeichert. Gehen Sie in Ihrem Browser zurück, kopieren
                        Sie, was Sie geschrieben haben, und laden Sie die Seite neu.</p>
                    <p lang="en">The page was open for too long, and nothing was saved. Go back in your browser, copy what you
                        wrote, and reload the page.</p>
                </section>
            </main>
            </body>
            </html>
            """.getBytes(StandardCharsets.UTF_8);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return exchange.getRequest().getHeaders().getAccept().contains(MediaType.TEXT_HTML)
                ? page(exchange.getResponse())
                : Refusal.CLOSED.handle(exchange, denied);
    }

    private static Mono<Void> page(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(PAGE)));
    }
}
