package de.dolmetscherhotline.signin;

/**
 * Somebody and the hash of her password.
 *
 * @param <I> kind of her id
 */
public record Credentials<I>(I id, String hash) {

    @Override
    public String toString() {
        return "Credentials of " + id;
    }
}
