package de.dolmetscherhotline.mail;

import de.dolmetscherhotline.kernel.MailAddress;

/** A mail to somebody; text without any form. */
public record Letter(MailAddress to, String subject, String text) {

    /** Without its recipient and what it says. */
    @Override
    public String toString() {
        return "Letter";
    }
}
