package de.dolmetscherhotline.oidc;

import de.dolmetscherhotline.kernel.MailAddress;
import java.util.Optional;

/**
 * Who somebody has proven to be. Issuer and subject together name one person for ever; a mail address may be another's later.
 *
 * @param verifiedMail what the provider itself has verified; empty for all else that it says
 * @param name as the provider shows it; empty if it does not say
 */
public record Identity(String issuer, String subject, Optional<MailAddress> verifiedMail, String name) {

    /** What OpenID Connect allows for a subject. */
    static final int LONGEST_SUBJECT = 255;

    /** Without what names somebody. */
    @Override
    public String toString() {
        return "Identity of " + issuer;
    }
}
