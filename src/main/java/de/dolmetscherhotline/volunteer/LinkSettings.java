package de.dolmetscherhotline.volunteer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a volunteer gets to her page.
 *
 * @param linkLife how long a link in a text can be opened
 * @param visitLife how long a browser in which it was opened is let in; never longer than the link
 */
@ConfigurationProperties("hotline.volunteer")
record LinkSettings(
        @DefaultValue("7d") Duration linkLife,
        @DefaultValue("12h") Duration visitLife) {

    LinkSettings {
        if (!linkLife.isPositive() || !visitLife.isPositive()) {
            throw new IllegalArgumentException(
                    "hotline.volunteer.link-life and hotline.volunteer.visit-life must be positive");
        }
    }
}
