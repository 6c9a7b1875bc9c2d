package de.dolmetscherhotline.twilio;

/** Something that is said to people in the language of their call. */
sealed interface Utterance {

    /** A recording of the district's own. */
    record Recorded(String absoluteUrl) implements Utterance {}

    /**
     * A text that the network speaks.
     *
     * @param voice in the vendor's list of voices
     * @param languageCode in the vendor's list of languages
     */
    record Spoken(String text, String voice, String languageCode) implements Utterance {}
}
