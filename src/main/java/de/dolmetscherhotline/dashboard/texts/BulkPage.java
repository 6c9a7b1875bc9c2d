package de.dolmetscherhotline.dashboard.texts;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.text.BulkTexts;
import de.dolmetscherhotline.text.Segments;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Texts to many members of the pool, and what became of each. */
@DashboardPage(Role.VIEWER)
@RequestMapping(BulkPage.PATH)
class BulkPage {

    static final String PATH = "/dashboard/texts";
    static final String SENT = "sent";

    private static final int LATEST = 100;

    private final BulkTexts texts;

    BulkPage(BulkTexts texts) {
        this.texts = texts;
    }

    @GetMapping
    @RecordsItself("what was written and how many got it, nobody in particular")
    Mono<Rendering> list(@AuthenticationPrincipal Staff who) {
        return texts.page(who.district(), LATEST)
                .collectList()
                .map(all -> DashboardViews.page("texts")
                        .modelAttribute("texts", all)
                        .modelAttribute("may", who.isAtLeast(Role.COORDINATOR))
                        .build());
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done) {
        return texts.byId(who.district(), id)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .zipWith(
                        texts.results(id).collectList(),
                        (text, results) -> DashboardViews.page("text")
                                .modelAttribute("text", text)
                                .modelAttribute("segments", Segments.of(text.body()))
                                .modelAttribute("results", results)
                                .modelAttribute(DashboardViews.DONE, SENT.equals(done) ? SENT : "")
                                .build());
    }
}
