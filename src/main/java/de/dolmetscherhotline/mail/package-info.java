/**
 * Mail that we send: ordered in a transaction, sealed until it is sent, sent by the worker. Start with {@link
 * de.dolmetscherhotline.mail.Letters}; why it is made this way stands in ADR 26.
 */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "privacy", "work"})
@NullMarked
package de.dolmetscherhotline.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
