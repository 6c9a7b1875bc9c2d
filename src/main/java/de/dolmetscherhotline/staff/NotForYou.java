package de.dolmetscherhotline.staff;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers whoever is signed in and may not see a page: without her second factor she is led to where she shows it, with a
 * role that is too small she is told so.
 */
final class NotForYou implements ServerAccessDeniedHandler {

    private static final byte[] PAGE = """
            <!DOCTYPE html>
            <html lang="de">
            <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Nicht für Ihre Rolle – Dolmetscher-Hotline</title>
                <link rel="stylesheet" href="/assets/pages.css">
            </head>
            <body>
            <main class="narrow alone">
                <section class="card">
                    <h1>Nicht für Ihre Rolle</h1>
                    <p>Diese Seite ist für andere Rollen als Ihre. Brauchen Sie sie? Fragen Sie, wer bei Ihnen die Zugänge
                        verwaltet.</p>
                    <p lang="en">This page is for other roles than yours. Do you need it? Ask whoever manages access in your
                        office.</p>
                    <p><a href="/dashboard">Dashboard</a></p>
                </section>
            </main>
            </body>
            </html>
            """.getBytes(StandardCharsets.UTF_8);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return exchange.<Authentication>getPrincipal()
                .map(caller -> caller.getPrincipal() instanceof Staff staff && !staff.complete())
                .defaultIfEmpty(false)
                .flatMap(half -> half ? secondFactor(exchange) : page(exchange.getResponse()));
    }

    private static Mono<Void> secondFactor(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders()
                .setLocation(DashboardAccess.AREA.before(
                        DashboardAccess.AREA.asked(exchange.getRequest().getURI()), SecondFactorPage.PATH));
        return response.setComplete();
    }

    private static Mono<Void> page(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(PAGE)));
    }
}
