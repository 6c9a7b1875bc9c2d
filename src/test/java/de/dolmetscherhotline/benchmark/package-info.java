/** Measurements, started by hand; see {@link de.dolmetscherhotline.benchmark.FiftyCalls}. */
@NullMarked
package de.dolmetscherhotline.benchmark;

import org.jspecify.annotations.NullMarked;
