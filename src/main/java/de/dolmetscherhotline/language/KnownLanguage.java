package de.dolmetscherhotline.language;

import de.dolmetscherhotline.kernel.Language;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The language, or what a query gives as its tag, is in the catalogue of this installation. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {KnownLanguage.Validator.class, KnownLanguage.TagValidator.class})
public @interface KnownLanguage {

    String message() default "is not a language of this installation";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the language up in {@link Languages}. */
    final class Validator implements ConstraintValidator<KnownLanguage, Language> {

        private final Languages languages;

        Validator(Languages languages) {
            this.languages = languages;
        }

        @Override
        public boolean isValid(@Nullable Language language, ConstraintValidatorContext context) {
            return language == null || languages.byTag(language).isPresent();
        }
    }

    /** Looks the tag up in {@link Languages}. */
    final class TagValidator implements ConstraintValidator<KnownLanguage, String> {

        private final Languages languages;

        TagValidator(Languages languages) {
            this.languages = languages;
        }

        @Override
        public boolean isValid(@Nullable String tag, ConstraintValidatorContext context) {
            return tag == null
                    || languages.all().stream()
                            .anyMatch(known -> known.language().tag().equals(tag));
        }
    }
}
