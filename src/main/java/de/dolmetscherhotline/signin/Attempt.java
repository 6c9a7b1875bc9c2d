package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.platform.Secret;

/** What became of an attempt to sign in. */
public sealed interface Attempt {

    /** It was right; the secret is for the cookie. */
    record Right(Secret secret) implements Attempt {}

    /** Nobody signs in with this. */
    record Wrong() implements Attempt {}

    /** Nothing was checked: there were too many wrong ones. */
    record TooMany() implements Attempt {}

    /** Nothing was checked: too many people sign in at this moment. */
    record Busy() implements Attempt {}
}
