package de.dolmetscherhotline.call.search;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.matching.LeftOut;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Somebody who may be chosen for a call.
 *
 * @param although why she would not be asked by itself, which whoever chooses her sets aside; null if she would be
 */
@NamedInterface("board")
public record Choice(InterpreterId interpreter, @Nullable LeftOut although) {}
