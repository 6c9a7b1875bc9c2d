package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.recruiting.Decisions.State;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Who wants to join the pool, and who was invited to. */
@DashboardPage(Role.VIEWER)
class ApplicationsPage {

    static final String PATH = "/dashboard/applications";

    private static final Set<String> KNOWN_TO_BE_DONE =
            Set.of("accepted", "refused", "noted", "invited", "withdrawn", "gone");

    private final ApplicationViews views;

    ApplicationsPage(ApplicationViews views) {
        this.views = views;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(
            @AuthenticationPrincipal Staff who,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done,
            Locale locale) {
        var said = done != null && KNOWN_TO_BE_DONE.contains(done) ? done : "";
        var chosen = Typed.constant(State.class, Typed.text(state)).orElse(State.OPEN);
        return views.page(who, chosen, Typed.page(page), locale)
                .map(view -> view.modelAttribute(DashboardViews.DONE, said).build());
    }
}
