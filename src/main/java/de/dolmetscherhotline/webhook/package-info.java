/**
 * Tells an organisation's own system what happens to what it asked for. Others say what happened, with
 * {@link de.dolmetscherhotline.webhook.Webhooks#announce}; why it is told this way stands in ADR 24.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "line", "live", "member", "organisation", "platform", "privacy", "work"})
@NullMarked
package de.dolmetscherhotline.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
