/**
 * Who saw or changed what: the audit trail. What goes through the REST API or a page of the dashboard gets there by itself
 * ({@link de.dolmetscherhotline.audit.AuditedHandlers}); whoever does something else records it
 * ({@link de.dolmetscherhotline.audit.AuditTrail}).
 */
@ApplicationModule(allowedDependencies = {"access", "platform", "work"})
@NullMarked
package de.dolmetscherhotline.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
