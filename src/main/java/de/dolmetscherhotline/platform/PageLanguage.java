package de.dolmetscherhotline.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Pages speak German or English: as their address says ({@code ?lang=en}), else as a cookie of that name remembers, else
 * as the browser asks, else German. What machines ask for keeps the framework's behaviour.
 */
public final class PageLanguage implements LocaleContextResolver {

    /** Of the parameter and of the cookie. */
    public static final String NAME = "lang";

    private static final List<String> NO_PAGES = List.of("/api/", "/twilio/", "/actuator/", "/simulator/rest/");

    private static final List<Locale> OFFERED = List.of(Locale.GERMAN, Locale.ENGLISH);

    private final LocaleContextResolver elsewhere = new AcceptHeaderLocaleContextResolver();
    private final AcceptHeaderLocaleContextResolver asked = new AcceptHeaderLocaleContextResolver();

    PageLanguage() {
        asked.setSupportedLocales(OFFERED);
        asked.setDefaultLocale(Locale.GERMAN);
    }

    /** Whether pages can be read in this language, given by its ISO 639 code. */
    public static boolean offers(String language) {
        return OFFERED.stream().anyMatch(locale -> locale.getLanguage().equals(language));
    }

    /** Whether people look at what is under this path. */
    static boolean isPage(String path) {
        return NO_PAGES.stream().noneMatch(path::startsWith);
    }

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        if (!isPage(exchange.getRequest().getPath().value())) {
            return elsewhere.resolveLocaleContext(exchange);
        }
        return chosen(exchange.getRequest())
                .<LocaleContext>map(language -> new SimpleLocaleContext(Locale.of(language)))
                .orElseGet(() -> asked.resolveLocaleContext(exchange));
    }

    private static Optional<String> chosen(ServerHttpRequest request) {
        var inAddress = Optional.ofNullable(request.getQueryParams().getFirst(NAME));
        var remembered =
                Optional.ofNullable(request.getCookies().getFirst(NAME)).map(HttpCookie::getValue);
        return Stream.of(inAddress, remembered)
                .flatMap(Optional::stream)
                .filter(PageLanguage::offers)
                .findFirst();
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("the address decides");
    }
}
