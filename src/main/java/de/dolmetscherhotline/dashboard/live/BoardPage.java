package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where staff arrive: the live board. The page fetches the board anew when it is told that a call has moved, and now and then. */
@DashboardPage(Role.VIEWER)
@RecordsItself(
        "ShownRings records whose telephones are shown to ring; organisations that call are named, and nobody else")
class BoardPage {

    static final String PATH = "/dashboard";

    private static final Set<String> KNOWN_TO_BE_DONE = Set.of("handed-over", "chosen", "ended", "gone");

    private final Boards boards;
    private final ShownRings shown;
    private final BoardEvents events;
    private final BoardWording wording;
    private final Clock clock;

    BoardPage(Boards boards, ShownRings shown, BoardEvents events, BoardWording wording, Clock clock) {
        this.boards = boards;
        this.shown = shown;
        this.events = events;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> page(
            @AuthenticationPrincipal Staff who,
            Locale locale,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done) {
        var said = done != null && KNOWN_TO_BE_DONE.contains(done) ? done : "";
        return board(who, locale, "board")
                .map(page -> page.modelAttribute(DashboardViews.DONE, said).build());
    }

    @GetMapping(PATH + "/board")
    Mono<Rendering> part(@AuthenticationPrincipal Staff who, Locale locale) {
        return board(who, locale, "board :: board").map(Rendering.Builder::build);
    }

    private Mono<Rendering.Builder<?>> board(Staff who, Locale locale, String template) {
        return boards.of(who)
                .delayUntil(board -> shown.record(who, board.calls()))
                .map(board -> DashboardViews.page(template)
                        .modelAttribute("board", wording.of(board, locale))
                        .modelAttribute("coordinates", who.isAtLeast(Role.COORDINATOR))
                        .modelAttribute("at", clock.instant().atZone(who.zone())));
    }

    /** Says that something has changed; what it is, the page asks for. */
    @ResponseBody
    @GetMapping(path = PATH + "/board/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(@AuthenticationPrincipal Staff who) {
        return events.of(who.district());
    }
}
