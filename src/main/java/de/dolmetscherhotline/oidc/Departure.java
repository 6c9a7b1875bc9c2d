package de.dolmetscherhotline.oidc;

import java.net.URI;

/** Where somebody goes who wants to sign in with an identity provider. */
public sealed interface Departure {

    /** To the provider. */
    record To(URI address) implements Departure {}

    /** Nowhere: the provider does not answer, or not as it should. */
    record Away() implements Departure {}
}
