package de.dolmetscherhotline.call.guest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Third parties in a conversation.
 *
 * @param perCall how many at once; 0 for none at all
 * @param perDay how many an organisation may invite in a day
 * @param placing until the network must let the telephone ring
 * @param ring how long it rings; the network adds up to 5 s of its own
 * @param deciding how long somebody may listen without pressing the key; longer than asking twice takes
 * @param look how often the database is asked for each page that shows them, besides whenever something is heard
 */
@ConfigurationProperties("hotline.guests")
record GuestSettings(
        @DefaultValue("2") int perCall,
        @DefaultValue("30") int perDay,
        @DefaultValue("60s") Duration placing,
        @DefaultValue("30s") Duration ring,
        @DefaultValue("2m") Duration deciding,
        @DefaultValue("3s") Duration look) {

    /** There is room for them, and for those who come back while their earlier legs are still there. */
    private static final int SEATS = 2;

    private static final Duration NETWORK_MARGIN = Duration.ofSeconds(10);

    GuestSettings {
        if (perCall < 0 || perCall > SEATS) {
            throw new IllegalArgumentException("hotline.guests.per-call must be 0, 1 or 2");
        }
        if (perDay < 1) {
            throw new IllegalArgumentException("hotline.guests.per-day must be at least 1");
        }
    }

    Duration ringing() {
        return ring.plus(NETWORK_MARGIN);
    }
}
