/**
 * What people who sign in have in common, whoever they are: rules and hashes of passwords, codes of invitations, secrets of
 * sessions and their cookie, limits for guessing. It knows no accounts: those belong to {@code member} and {@code staff}.
 */
@ApplicationModule(allowedDependencies = {"live", "platform"})
@NullMarked
package de.dolmetscherhotline.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
