package de.dolmetscherhotline.staff;

/**
 * What became of a code with which somebody who is signed in shows that it is her.
 *
 * @param <T> what it leads to
 */
sealed interface CodeCheck<T> {

    record Right<T>(T outcome) implements CodeCheck<T> {}

    record Wrong<T>() implements CodeCheck<T> {}

    /** It was not looked at: there were too many wrong ones. */
    record TooMany<T>() implements CodeCheck<T> {}
}
