package de.dolmetscherhotline.language;

/**
 * A voice of the telephone network that speaks a language.
 *
 * @param name in the network's list of voices, such as {@code Polly.Burcu-Neural}
 * @param languageCode in the network's list of spoken languages, such as {@code tr-TR}
 */
public record Voice(String name, String languageCode) {}
