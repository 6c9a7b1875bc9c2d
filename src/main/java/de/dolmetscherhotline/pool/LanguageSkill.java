package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;

/** A language somebody interprets, and how well. */
public record LanguageSkill(Language language, LanguageLevel level) {}
