package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.call.board.LiveCall;
import de.dolmetscherhotline.call.board.LiveCalls;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A call that goes on, and what a coordinator can do about it, always with a reason. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(CallPage.PATH + "/{id}")
class CallPage {

    static final String PATH = BoardPage.PATH + "/calls";

    private static final String RECORDED = "Interventions records it before it begins, with its reason";

    private final LiveCalls calls;
    private final Boards boards;
    private final Interventions interventions;
    private final ShownRings shown;
    private final BoardWording wording;
    private final Clock clock;

    CallPage(
            LiveCalls calls,
            Boards boards,
            Interventions interventions,
            ShownRings shown,
            BoardWording wording,
            Clock clock) {
        this.calls = calls;
        this.boards = boards;
        this.interventions = interventions;
        this.shown = shown;
        this.wording = wording;
        this.clock = clock;
    }

    /** As a browser sends it. */
    record Typed(
            @Nullable String interpreter,
            @Nullable String destination,
            @Nullable String reason) {}

    @GetMapping
    Mono<Rendering> page(@AuthenticationPrincipal Staff who, @PathVariable UUID id, Locale locale) {
        return call(who, id)
                .flatMap(call -> page(who, call, CallForm.EMPTY, locale))
                .map(page -> page.build())
                .switchIfEmpty(Mono.defer(() -> gone(who, id)));
    }

    /** How it stands, for the page that is told that something has changed; empty once it is over. */
    @GetMapping("/progress")
    @RecordsItself("ShownRings records whose telephones are shown to ring")
    Mono<Rendering> progress(@AuthenticationPrincipal Staff who, @PathVariable UUID id, Locale locale) {
        return call(who, id)
                .delayUntil(call -> shown.record(who, List.of(call)))
                .flatMap(call -> facts(who, call, "call :: progress", locale))
                .map(page -> page.build())
                .defaultIfEmpty(DashboardViews.page("call :: over").build());
    }

    @PostMapping("/interpreter")
    @RecordsItself(RECORDED)
    Mono<Rendering> interpreter(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed, Locale locale) {
        var form = CallForm.typed("interpreter", typed.interpreter(), typed.reason());
        return intervene(
                who, id, form, "chosen", locale, call -> interventions.choose(who, call, form.choice(), form.reason()));
    }

    @PostMapping("/transfer")
    @RecordsItself(RECORDED)
    Mono<Rendering> transfer(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed, Locale locale) {
        var form = CallForm.typed("transfer", typed.destination(), typed.reason());
        return intervene(
                who,
                id,
                form,
                "handed-over",
                locale,
                call -> interventions.handOver(who, call, form.choice(), form.reason()));
    }

    @PostMapping("/end")
    @RecordsItself(RECORDED)
    Mono<Rendering> end(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed, Locale locale) {
        var form = CallForm.typed("end", null, typed.reason());
        return intervene(who, id, form, "ended", locale, call -> interventions.end(who, call, form.reason()));
    }

    /** What is to be done with a call; answers whether it was. */
    private interface Deed {
        Mono<Boolean> on(LiveCall call);
    }

    private Mono<Rendering> intervene(Staff who, UUID id, CallForm form, String done, Locale locale, Deed deed) {
        return call(who, id)
                .flatMap(call -> form.reasonProblem() == null
                        ? deed.on(call)
                                .flatMap(yes -> yes
                                        ? Mono.just(DashboardViews.done(BoardPage.PATH, done))
                                        : refused(who, id, form.failed(), HttpStatus.CONFLICT, locale))
                        : refused(who, id, form, HttpStatus.UNPROCESSABLE_CONTENT, locale))
                .switchIfEmpty(Mono.defer(() -> gone(who, id)));
    }

    /** The call as it is now, for it may have gone on in the meantime. */
    private Mono<Rendering> refused(Staff who, UUID id, CallForm form, HttpStatus status, Locale locale) {
        return call(who, id)
                .flatMap(call -> page(who, call, form, locale))
                .map(page -> page.status(status).build());
    }

    private Mono<LiveCall> call(Staff who, UUID id) {
        return calls.one(who.district(), new CallId(id));
    }

    /** It was over before anybody came to it. */
    private Mono<Rendering> gone(Staff who, UUID id) {
        return calls.isKnown(who.district(), new CallId(id))
                .flatMap(known -> known
                        ? Mono.just(DashboardViews.done(BoardPage.PATH, "gone"))
                        : Mono.error(() -> Problems.notFound("call")));
    }

    private Mono<Rendering.Builder<?>> page(Staff who, LiveCall call, CallForm form, Locale locale) {
        return facts(who, call, "call", locale)
                .zipWith(
                        interventions.candidates(who.district(), call, locale),
                        (page, candidates) -> page.modelAttribute("candidates", candidates))
                .zipWith(
                        interventions.destinations(call),
                        (page, destinations) -> page.modelAttribute(
                                "destinations",
                                destinations.stream().map(Interventions::word).toList()))
                .map(page -> page.modelAttribute("canBeHandedOver", call.canBeHandedOver())
                        .modelAttribute("form", form));
    }

    private Mono<Rendering.Builder<?>> facts(Staff who, LiveCall call, String template, Locale locale) {
        return boards.names(who.district(), List.of(call))
                .map(names -> DashboardViews.page(template)
                        .modelAttribute("path", PATH + "/" + call.id())
                        .modelAttribute("call", wording.line(call, names, 0, locale))
                        .modelAttribute("needsSomebody", call.needsSomebody())
                        .modelAttribute("at", clock.instant().atZone(who.zone())));
    }
}
