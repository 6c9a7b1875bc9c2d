package de.dolmetscherhotline.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What a call needs.
 *
 * @param language always chosen by the caller; there is no default, so that an unset language never matches
 * @param subject qualification that is required; null if the caller named none, and then none is required or preferred
 * @param emergency rings more phones, and reaches people outside their hours if they opted in to emergencies
 */
public record Need(Language language, @Nullable Subject subject, GenderWish gender, boolean emergency) {

    /** Somebody who speaks the language. */
    public static Need of(Language language) {
        return new Need(language, null, GenderWish.none(), false);
    }

    public Need about(Subject wanted) {
        return new Need(language, wanted, gender, emergency);
    }

    public Need by(GenderWish wanted) {
        return new Need(language, subject, wanted, emergency);
    }

    public Need inAnEmergency() {
        return new Need(language, subject, gender, true);
    }
}
