package de.dolmetscherhotline.platform;

import de.dolmetscherhotline.kernel.PhoneNumber;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The number may be dialled by this installation. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Dialable.Validator.class)
public @interface Dialable {

    String message() default "is not a number that may be dialled";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks {@link DialableNumbers}. */
    final class Validator implements ConstraintValidator<Dialable, PhoneNumber> {

        private final DialableNumbers numbers;

        Validator(DialableNumbers numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean isValid(@Nullable PhoneNumber number, ConstraintValidatorContext context) {
            return number == null || numbers.allows(number);
        }
    }
}
