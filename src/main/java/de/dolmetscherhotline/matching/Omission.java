package de.dolmetscherhotline.matching;

import de.dolmetscherhotline.kernel.InterpreterId;

/** Somebody who is not asked, and the most fundamental reason: the answer to "why not Maria?". */
public record Omission(InterpreterId interpreter, LeftOut reason) {}
