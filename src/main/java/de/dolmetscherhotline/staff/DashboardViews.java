package de.dolmetscherhotline.staff;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/** What the handlers of all pages in the dashboard have in common. */
public final class DashboardViews {

    /** Parameter of a page that says what was just done; the page has words for it. */
    public static final String DONE = "done";

    private DashboardViews() {}

    public static Rendering.Builder<?> page(String template) {
        return Rendering.view("dashboard/" + template);
    }

    /** What a form has changed is shown by a page that can be loaded again without changing it twice. */
    public static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    public static Rendering done(String path, String what) {
        return seeOther(path + "?" + DONE + "=" + what);
    }
}
