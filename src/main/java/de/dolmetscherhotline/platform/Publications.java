package de.dolmetscherhotline.platform;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.result.view.Rendering;

/** Pages that are the same for everybody, have no forms to send and may be kept by caches: no cookie comes with them. */
public final class Publications {

    private static final List<String> ROOTS = List.of("/forms", "/languages");

    private static final String KEPT = Objects.requireNonNull(
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic().getHeaderValue());

    private Publications() {}

    /** Patterns of their paths. */
    public static List<String> paths() {
        return ROOTS.stream().map(root -> root + "/**").toList();
    }

    static boolean contain(String path) {
        return ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /**
     * The page, with what caches are told: one whose address does not say its language differs between readers.
     *
     * @param lang language that the address asks for, if it does
     */
    public static <B extends Rendering.Builder<B>> Rendering kept(Rendering.Builder<B> page, @Nullable String lang) {
        var kept = page.header(HttpHeaders.CACHE_CONTROL, KEPT);
        return lang != null && PageLanguage.offers(lang)
                ? kept.build()
                : kept.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                        .build();
    }
}
