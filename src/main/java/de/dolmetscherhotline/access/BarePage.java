package de.dolmetscherhotline.access;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * A page in German and English that says one thing. It needs neither templates nor messages nor the database, so it can be shown
 * where nothing is known of a request, and cannot fail.
 */
public final class BarePage {

    private final byte[] page;

    /** The texts are written into the page as they are. */
    public BarePage(String title, String german, String english) {
        this.page = """
            <!DOCTYPE html>
            <html lang="de">
            <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s – Dolmetscher-Hotline</title>
                <link rel="stylesheet" href="/assets/pages.css">
            </head>
            <body>
            <main class="narrow alone">
                <section class="card">
                    <h1>%1$s</h1>
                    <p>%2$s</p>
                    <p lang="en">%3$s</p>
                </section>
            </main>
            </body>
            </html>
            """.formatted(title, german, english).getBytes(StandardCharsets.UTF_8);
    }

    public Mono<Void> answer(ServerHttpResponse response, HttpStatus status) {
        response.setStatusCode(status);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(page)));
    }
}
