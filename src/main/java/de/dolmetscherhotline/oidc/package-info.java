/**
 * Signing in by the word of somebody else's identity provider (OpenID Connect, authorization code flow with PKCE). It says who
 * has proven to be whom, and nothing else: whoever asks decides whether that opens anything. Start with {@link
 * de.dolmetscherhotline.oidc.IdentityProviders}; why it is made this way stands in ADR 26.
 */
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package de.dolmetscherhotline.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
