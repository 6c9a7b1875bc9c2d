package de.dolmetscherhotline.line;

import de.dolmetscherhotline.kernel.DistrictId;
import java.time.ZoneId;

/** A district (Landkreis) with a pool of its own; plans of its people are wall time in its zone. */
public record District(DistrictId id, String name, ZoneId timeZone) {}
