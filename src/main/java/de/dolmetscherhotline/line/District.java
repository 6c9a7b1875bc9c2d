package de.dolmetscherhotline.line;

import de.dolmetscherhotline.kernel.DistrictId;
import java.time.ZoneId;

/**
 * A district (Landkreis) with a pool of its own; plans of its people are wall time in its zone.
 *
 * @param region ISO 3166-2 code of the state whose public holidays count, such as {@code DE-NI}
 */
public record District(DistrictId id, String name, ZoneId timeZone, String region) {

    /** Lower Saxony. */
    public static final String DEFAULT_REGION = "DE-NI";
}
