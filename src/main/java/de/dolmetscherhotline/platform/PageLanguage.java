package de.dolmetscherhotline.platform;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Pages speak German or English: as their address says ({@code ?lang=en}), else as the browser asks, else German. What
 * machines ask for keeps the framework's behaviour.
 */
public final class PageLanguage implements LocaleContextResolver {

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

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        if (NO_PAGES.stream().anyMatch(path::startsWith)) {
            return elsewhere.resolveLocaleContext(exchange);
        }
        String chosen = exchange.getRequest().getQueryParams().getFirst("lang");
        return chosen != null && offers(chosen)
                ? new SimpleLocaleContext(Locale.of(chosen))
                : asked.resolveLocaleContext(exchange);
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("the address decides");
    }
}
