package de.dolmetscherhotline.member;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller of pages in the portal. Its templates get what the frame {@code portal/layout} shows: {@code who}, {@code
 * navigation} and {@code path}. Its handlers take {@code @AuthenticationPrincipal SignedIn}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
public @interface PortalPage {}
