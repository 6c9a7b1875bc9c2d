package de.dolmetscherhotline.pool;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long interpreters are left alone.
 *
 * @param wrapUp after a conversation
 * @param engaged after their phone was engaged
 */
@ConfigurationProperties("hotline.rest")
record RestSettings(
        @DefaultValue("60s") Duration wrapUp,
        @DefaultValue("2m") Duration engaged) {}
