/**
 * The dashboard of the districts' staff: who signs in to it, with which role, and the frame of its pages. Other packages add
 * pages: a controller that is a {@link de.dolmetscherhotline.staff.DashboardPage} and a
 * {@link de.dolmetscherhotline.staff.DashboardEntry}. Start with {@link de.dolmetscherhotline.staff.DashboardAccess}; why it is
 * so stands in ADR 29.
 */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "kernel", "line", "live", "oidc", "platform", "privacy", "signin"})
@NullMarked
package de.dolmetscherhotline.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
