/**
 * What people who sign in have in common, whoever they are: rules and hashes of passwords, codes of invitations, cookies of
 * sessions, limits for guessing, and the pages on which they sign in, set a password, or come from an identity provider. It knows
 * no accounts: those belong to {@code member} and {@code staff}.
 */
@ApplicationModule(allowedDependencies = {"access", "kernel", "live", "oidc", "platform"})
@NullMarked
package de.dolmetscherhotline.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
