package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.ZoneId;

/**
 * Who looks at her own page. Everything the page shows and changes is hers: no address or form names anybody.
 *
 * @param district its name
 */
record Visitor(InterpreterId id, String name, DistrictId districtId, String district, ZoneId zone) {}
