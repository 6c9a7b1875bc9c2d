package de.dolmetscherhotline.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms that there are. */
enum Form {
    /** A patient releases a practice or hospital from medical confidentiality towards interpreters. */
    RELEASE,
    /** An interpreter undertakes to keep secret what is said. */
    SECRECY;

    /** In addresses and in names of files. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Form> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }
}
