package de.dolmetscherhotline.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that takes our mail; without a host no mail is sent.
 *
 * @param username blank if the server asks for none
 * @param from our own mail address
 */
@ConfigurationProperties("hotline.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("starttls") Encryption encryption) {

    /** How the way to the server is protected. */
    enum Encryption {
        /** A connection in clear is protected before anything is said on it, or given up. */
        STARTTLS,
        /** From the beginning, mostly on port 465. */
        TLS,
        /** Only for a server on this machine or in a network of one's own. */
        NONE
    }

    boolean areThere() {
        return !host.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailSettings of " + host;
    }
}
