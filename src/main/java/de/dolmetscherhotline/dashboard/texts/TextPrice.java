package de.dolmetscherhotline.dashboard.texts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the network charges for texts.
 *
 * @param perSegment in euros; null if nobody has said
 */
@ConfigurationProperties("hotline.text.price")
record TextPrice(@Nullable BigDecimal perSegment) {

    /** @throws IllegalArgumentException if the price is negative */
    TextPrice {
        if (perSegment != null && perSegment.signum() < 0) {
            throw new IllegalArgumentException("hotline.text.price.per-segment must not be negative");
        }
    }

    /** In euros; null if nobody has said what one costs. */
    @Nullable
    BigDecimal of(long segments) {
        return perSegment == null ? null : perSegment.multiply(BigDecimal.valueOf(segments));
    }
}
