package de.dolmetscherhotline.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The key that opens the REST API; blank = nobody gets in. */
@ConfigurationProperties("hotline")
record ApiKeySettings(@DefaultValue("") String apiKey) {

    @Override
    public String toString() {
        return "ApiKeySettings";
    }
}
