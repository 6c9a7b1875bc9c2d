/**
 * Key figures, the report to the committee, and the hours of volunteers. {@link de.dolmetscherhotline.evaluation.Counting} keeps
 * sums by day and month, {@link de.dolmetscherhotline.evaluation.Evaluation} answers from them, and
 * {@link de.dolmetscherhotline.evaluation.SmallCells} sees to it that nobody is recognised in what is published.
 */
@ApplicationModule(allowedDependencies = {"kernel", "language", "line", "platform", "pool", "sheet", "work"})
@NullMarked
package de.dolmetscherhotline.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
