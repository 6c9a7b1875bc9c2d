package de.dolmetscherhotline.callout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many are asked by text.
 *
 * @param most people at once
 * @param spared how long somebody who got a text is not asked, and after which more are asked for the same call
 */
@ConfigurationProperties("hotline.callout")
record CallOutSettings(
        @DefaultValue("20") int most, @DefaultValue("15m") Duration spared) {}
