/** Measurements, started by hand: {@link FiftyCalls} in real time, {@link TimeToInterpreter} in virtual time. */
@NullMarked
package de.dolmetscherhotline.benchmark;

import org.jspecify.annotations.NullMarked;
