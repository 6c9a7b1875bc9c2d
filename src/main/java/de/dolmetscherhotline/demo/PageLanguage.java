package de.dolmetscherhotline.demo;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * The page speaks German or English: as its address says ({@code ?lang=en}), else as the browser asks, else German. All
 * other paths keep the framework's behaviour.
 */
final class PageLanguage implements LocaleContextResolver {

    private static final List<Locale> OFFERED = List.of(Locale.GERMAN, Locale.ENGLISH);

    private final LocaleContextResolver elsewhere = new AcceptHeaderLocaleContextResolver();
    private final AcceptHeaderLocaleContextResolver asked = new AcceptHeaderLocaleContextResolver();

    PageLanguage() {
        asked.setSupportedLocales(OFFERED);
        asked.setDefaultLocale(Locale.GERMAN);
    }

    static boolean offers(String language) {
        return OFFERED.stream().anyMatch(locale -> locale.getLanguage().equals(language));
    }

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        if (!exchange.getRequest().getPath().value().startsWith("/simulator")) {
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
