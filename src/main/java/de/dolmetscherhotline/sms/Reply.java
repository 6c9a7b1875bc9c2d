package de.dolmetscherhotline.sms;

/** What the sender of a text is answered. */
public sealed interface Reply {

    /**
     * A text.
     *
     * @param kept what is kept, and said if the same text is delivered again; differs if there is a secret in the text
     */
    record Say(String text, String kept) implements Reply {

        Say(String text) {
            this(text, text);
        }

        @Override
        public String toString() {
            return "Say[" + kept + "]";
        }
    }

    record Silence() implements Reply {}
}
