package de.dolmetscherhotline.volunteer;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.result.view.Rendering;

/** What the volunteer's pages have in common. */
final class Pages {

    /** Parameter of a page that says what was just done; the page has words for it. */
    static final String DONE = "done";

    private Pages() {}

    /**
     * A page of hers.
     *
     * @param path under which it can be read again, for the choice of its language
     */
    static Rendering.Builder<?> page(String template, String path, Visitor visitor) {
        return Rendering.view("volunteer/" + template)
                .modelAttribute("path", path)
                .modelAttribute("visitor", visitor);
    }

    /** What a form has changed is shown by a page that can be loaded again without changing it twice. */
    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** Back to a page that says what was done. */
    static Rendering done(String path, String what) {
        return Rendering.redirectTo(path + "?" + DONE + "=" + what)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
