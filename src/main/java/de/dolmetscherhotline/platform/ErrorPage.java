package de.dolmetscherhotline.platform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;

/**
 * What people see in a browser where machines get problem details: what happened, and a way back, in their language. It says
 * nothing of what went wrong inside, and needs no template.
 *
 * @param area path of the pages to which it leads back
 */
record ErrorPage(String area, Locale locale) {

    static final MediaType TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** Elsewhere pages have words of their own. */
    private static final List<String> AREAS = List.of("/dashboard", "/portal");

    /** Empty if it is not a browser that shows a page: a script takes whatever comes, or asks for something else. */
    static Optional<ErrorPage> insteadOfProblem(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        var locale = Objects.requireNonNullElse(exchange.getLocaleContext().getLocale(), Locale.GERMAN);
        return AREAS.stream()
                .filter(area -> path.equals(area) || path.startsWith(area + "/"))
                .filter(area -> wantsPage(exchange.getRequest().getHeaders()))
                .map(area -> new ErrorPage(area, locale))
                .findFirst();
    }

    /** Not parsed: that it cannot be may be what went wrong. */
    private static boolean wantsPage(HttpHeaders headers) {
        return Objects.requireNonNullElse(headers.getFirst(HttpHeaders.ACCEPT), "")
                .contains(MediaType.TEXT_HTML_VALUE);
    }

    String html(HttpStatusCode status, MessageSource messages) {
        var what = "portal.error." + word(status);
        return """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s – Dolmetscher-Hotline</title>
                <link rel="stylesheet" href="/assets/pages.css">
            </head>
            <body>
            <main class="narrow alone">
                <section class="card">
                    <h1>%2$s</h1>
                    <p>%3$s</p>
                    <p><a href="%4$s">%5$s</a></p>
                </section>
            </main>
            </body>
            </html>
            """.formatted(
                        locale.getLanguage(),
                        text(messages, what + ".title"),
                        text(messages, what),
                        area,
                        text(messages, "portal.error.back"));
    }

    private String text(MessageSource messages, String key) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, null, locale), StandardCharsets.UTF_8.name());
    }

    private static String word(HttpStatusCode status) {
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return "missing";
        }
        if (status.isSameCodeAs(HttpStatus.CONFLICT) || status.isSameCodeAs(HttpStatus.PRECONDITION_FAILED)) {
            return "conflict";
        }
        if (status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)) {
            return "too-many";
        }
        if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
            return "busy";
        }
        return status.is4xxClientError() ? "invalid" : "failed";
    }
}
