package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** All that is known about one member of the pool. */
@DashboardPage(Role.VIEWER)
class InterpreterPage {

    static final String PATH = InterpretersPage.PATH + "/{id}";

    private static final Set<String> KNOWN_TO_BE_DONE =
            Set.of("on", "off", "plan", "link", "accepted", "refused", "gone", "only-language", "saved", "added");

    private final PoolMembers members;
    private final Dossier dossier;

    InterpreterPage(PoolMembers members, Dossier dossier) {
        this.members = members;
        this.dossier = dossier;
    }

    @GetMapping(PATH)
    Mono<Rendering> one(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done,
            Locale locale) {
        var said = done != null && KNOWN_TO_BE_DONE.contains(done) ? done : "";
        return members.find(who, id)
                .map(member -> dossier.page(who, member, locale)
                        .modelAttribute("switching", SwitchForm.EMPTY)
                        .modelAttribute(DashboardViews.DONE, said)
                        .build());
    }

    static String of(UUID id) {
        return InterpretersPage.PATH + "/" + id;
    }

    /**
     * A page with a form about a member.
     *
     * @param what she is asked about: in its address and the name of its template
     * @param reason that was typed into the form
     */
    static Rendering.Builder<?> form(Interpreter member, String what, @Nullable String reason) {
        var back = of(member.id().value());
        return DashboardViews.page("pool/edit-" + what)
                .modelAttribute("path", back + "/" + what)
                .modelAttribute("back", back)
                .modelAttribute("memberId", member.id())
                .modelAttribute("name", member.profile().name())
                .modelAttribute("reason", Typed.text(reason));
    }
}
