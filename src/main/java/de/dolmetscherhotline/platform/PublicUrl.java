package de.dolmetscherhotline.platform;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address under which people and the telephone network reach this installation. */
@Component
public class PublicUrl {

    private final String base;

    PublicUrl(@Value("${hotline.public-url}") String url) {
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The whole address of a path. */
    public URI of(String path) {
        return URI.create(base + path);
    }

    /** Whether browsers come by TLS, which ends in front of us: the requests themselves do not say. */
    public boolean isTls() {
        return base.toLowerCase(Locale.ROOT).startsWith("https:");
    }
}
