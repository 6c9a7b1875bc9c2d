/**
 * Pages of the dashboard that belong to no other package: the audit trail; further rooms of it lie in packages within this one.
 * Their frame, and who sees them, is in {@code staff}.
 */
@ApplicationModule(allowedDependencies = {"audit", "kernel", "platform", "staff"})
@NullMarked
package de.dolmetscherhotline.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
