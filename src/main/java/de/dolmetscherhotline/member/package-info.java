/**
 * The portal of the organisations: who signs in for them, and the frame of its pages. Other packages add pages: a controller
 * that is a {@link de.dolmetscherhotline.member.PortalPage} and an {@link de.dolmetscherhotline.member.PortalEntry}. Start
 * with {@link de.dolmetscherhotline.member.PortalAccess}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "card",
            "kernel",
            "language",
            "line",
            "live",
            "mail",
            "oidc",
            "organisation",
            "platform",
            "signin",
            "work"
        })
@NullMarked
package de.dolmetscherhotline.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
