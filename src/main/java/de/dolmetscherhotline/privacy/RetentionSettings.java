package de.dolmetscherhotline.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept that may name somebody. What remains after it is for the figures.
 *
 * @param requests case references of requests and what was said about them, since the last change of their status
 * @param appointments addresses, notes, case references and reasons, since the end of the appointment
 * @param guests who was rung into a conversation, and when; since they are gone
 * @param deliveries what organisations' own systems were told, and what came of it
 * @param texts what coordinators wrote to many members of the pool, and what came of it
 */
@ConfigurationProperties("hotline.retention")
public record RetentionSettings(
        @DefaultValue("180d") Duration requests,
        @DefaultValue("180d") Duration appointments,
        @DefaultValue("90d") Duration guests,
        @DefaultValue("30d") Duration deliveries,
        @DefaultValue("180d") Duration texts) {

    /** Caps of the day count guests since midnight, and announcements are tried for a day. */
    private static final Duration SHORTEST = Duration.ofDays(2);

    public RetentionSettings {
        require(requests, "requests");
        require(appointments, "appointments");
        require(guests, "guests");
        require(deliveries, "deliveries");
        require(texts, "texts");
    }

    private static void require(Duration period, String name) {
        if (period.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("hotline.retention." + name + " must be at least 2d");
        }
    }
}
