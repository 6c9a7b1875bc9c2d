package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.ZoneId;

/**
 * Who looks at her own page. Everything the page shows and changes is hers: no address or form names anybody.
 *
 * @param zone of her district
 * @param paused whether unanswered calls have switched her off
 */
record Visitor(InterpreterId id, String name, ZoneId zone, boolean paused) {}
