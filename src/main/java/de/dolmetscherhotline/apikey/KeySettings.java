package de.dolmetscherhotline.apikey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of keys.
 *
 * @param requestsPerKey with one key in a minute
 */
@ConfigurationProperties("hotline.limits")
record KeySettings(@DefaultValue("300") int requestsPerKey) {

    KeySettings {
        if (requestsPerKey < 1) {
            throw new IllegalArgumentException("hotline.limits.requests-per-key must be at least 1");
        }
    }
}
