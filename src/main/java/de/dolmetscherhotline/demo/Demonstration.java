package de.dolmetscherhotline.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;

/** A bean of the demonstration: never beside a district's own stores, whatever is configured (ADR 6). */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("local")
@ConditionalOnBooleanProperty("hotline.demo")
@interface Demonstration {}
