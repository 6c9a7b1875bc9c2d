package de.dolmetscherhotline.matching;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.ObligationKind;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is not asked, and the most fundamental reason: the answer to "why not Maria?".
 *
 * @param obligation which one is missing or has run out; null if the reason is another
 */
public record Omission(
        InterpreterId interpreter, LeftOut reason, @Nullable ObligationKind obligation) {}
