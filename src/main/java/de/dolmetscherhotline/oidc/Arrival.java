package de.dolmetscherhotline.oidc;

/** How somebody comes back from an identity provider. */
public sealed interface Arrival {

    /**
     * The provider vouches for her, and everything was checked.
     *
     * @param to what was given at the departure
     */
    record Proven(Identity who, String to) implements Arrival {}

    /** She did not want to, or the provider did not let her. */
    record Cancelled() implements Arrival {}

    /** Something is wrong with what she brings: nobody is let in. */
    record Refused() implements Arrival {}

    /** The provider does not answer, or not as it should. */
    record Away() implements Arrival {}
}
