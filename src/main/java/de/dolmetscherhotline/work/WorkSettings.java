package de.dolmetscherhotline.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How work is polled and repeated.
 *
 * @param run whether this process works at all; tests drive the worker themselves
 * @param poll how long after another process died its work is looked for, at most
 * @param lease how long an item belongs to the process that took it; an attempt may take half of it, which must exceed
 *     the deadline of a request to the network
 * @param concurrency attempts under way at once in this process; fewer than connections to PostgreSQL, so that webhooks
 *     find some
 * @param attempts after which an item is given up
 * @param firstPause before the second attempt; doubles with each further one, up to a minute
 */
@ConfigurationProperties("hotline.work")
public record WorkSettings(
        @DefaultValue("true") boolean run,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("12") int concurrency,
        @DefaultValue("8") int attempts,
        @DefaultValue("500ms") Duration firstPause) {}
