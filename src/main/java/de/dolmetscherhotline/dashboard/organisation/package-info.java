/**
 * Pages of the dashboard about the organisations and what they need: who they are, what they asked for, and what nobody could
 * give them. Start with {@link de.dolmetscherhotline.dashboard.organisation.OrganisationsPage}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "apikey",
            "appointment",
            "appointment :: form",
            "audit",
            "call",
            "card",
            "kernel",
            "language",
            "member",
            "organisation",
            "platform",
            "pool",
            "request",
            "sheet",
            "staff",
            "work"
        })
@NullMarked
package de.dolmetscherhotline.dashboard.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
