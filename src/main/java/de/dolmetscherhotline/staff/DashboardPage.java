package de.dolmetscherhotline.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller of pages under {@code /dashboard}. Its templates get what the frame {@code dashboard/layout} shows: {@code who},
 * {@code navigation} and {@code path}. Its handlers take {@code @AuthenticationPrincipal Staff}. Every look and change is
 * recorded in the audit trail, unless the handler {@link de.dolmetscherhotline.audit.RecordsItself}; a form's field
 * {@code reason} goes there too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
public @interface DashboardPage {

    /** Who sees these pages: this role, and those that may more. */
    Role value();
}
