package de.dolmetscherhotline.organisation;

import de.dolmetscherhotline.kernel.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to turn to in an organisation.
 *
 * @param role what she does there, such as practice manager
 * @param phone at work; nobody dials it but people
 */
public record Contact(
        String name,
        @Nullable String role,
        @Nullable PhoneNumber phone,
        @Nullable String mail) {}
