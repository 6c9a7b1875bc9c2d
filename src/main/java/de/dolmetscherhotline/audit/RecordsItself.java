package de.dolmetscherhotline.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler of the dashboard, or all of a controller, whose looks and changes are not recorded by themselves. Without it
 * they are.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RecordsItself {

    /** Why: what it records instead, or why there is nothing to be recorded. */
    String value();
}
