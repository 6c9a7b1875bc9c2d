package de.dolmetscherhotline.kernel;

/** How well a language is spoken: the levels of the Common European Framework (CEFR), or native. */
public enum LanguageLevel {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
    NATIVE
}
