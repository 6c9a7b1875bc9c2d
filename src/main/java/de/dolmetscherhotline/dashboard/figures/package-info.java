/**
 * Pages of the dashboard over {@code evaluation}: key figures, the report to the committee, the hours of volunteers. Each shows
 * a period that is chosen in its address ({@link de.dolmetscherhotline.dashboard.figures.PeriodPages}). Charts are drawn in the
 * browser from the tables that stand in the pages.
 */
@ApplicationModule(allowedDependencies = {"audit", "evaluation", "kernel", "sheet", "staff"})
@NullMarked
package de.dolmetscherhotline.dashboard.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
