package de.dolmetscherhotline.request;

/** A file number by which an organisation recognises what a request is about; never a name. */
public final class CaseReference {

    /** At most forty characters, at least one of them a digit: what looks like a name is none. */
    static final String PATTERN = "(?=.*[0-9])[\\p{L}0-9 ./_-]{1,40}";

    private CaseReference() {}

    public static boolean isOne(String text) {
        return text.matches(PATTERN);
    }
}
