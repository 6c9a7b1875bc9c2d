package de.dolmetscherhotline.pool;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long interpreters are left alone.
 *
 * @param wrapUp after a conversation
 * @param engaged after their phone was engaged
 * @param pauseAfterUnanswered how many unanswered offers in a row switch somebody off until further notice
 */
@ConfigurationProperties("hotline.rest")
record RestSettings(
        @DefaultValue("60s") Duration wrapUp,
        @DefaultValue("2m") Duration engaged,
        @DefaultValue("3") int pauseAfterUnanswered) {

    RestSettings {
        if (pauseAfterUnanswered < 1) {
            throw new IllegalArgumentException("hotline.rest.pause-after-unanswered must be 1 or more");
        }
    }
}
