package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.TooManyEntries;
import de.dolmetscherhotline.availability.Word;
import de.dolmetscherhotline.pool.Hindrance;
import de.dolmetscherhotline.pool.Hindrances;
import de.dolmetscherhotline.pool.Interpreters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where a volunteer arrives: whether she is available now, which she can switch, and the way to everything else. */
@Controller
@RequestMapping(OwnPage.PATH)
class OwnPage {

    static final String PATH = "/volunteer";

    private static final String SAID = "said";

    private final Availabilities availabilities;
    private final Interpreters interpreters;
    private final Hindrances hindrances;
    private final Links links;
    private final VisitCookie cookie;
    private final Clock clock;

    OwnPage(
            Availabilities availabilities,
            Interpreters interpreters,
            Hindrances hindrances,
            Links links,
            VisitCookie cookie,
            Clock clock) {
        this.availabilities = availabilities;
        this.interpreters = interpreters;
        this.hindrances = hindrances;
        this.links = links;
        this.cookie = cookie;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> page(
            Visitor visitor, Locale locale, @RequestParam(name = Pages.DONE, required = false) @Nullable String done) {
        return page(visitor, locale, NowForm.EMPTY, HttpStatus.OK, SAID.equals(done));
    }

    /** A form that was sent twice says the same twice. */
    @PostMapping("/now")
    Mono<Rendering> say(Visitor visitor, Locale locale, @ModelAttribute NowForm.Typed typed) {
        var form = NowForm.read(typed);
        if (form.isByPlan()) {
            return availabilities.forgetWords(visitor.id()).thenReturn(Pages.done(PATH, SAID));
        }
        return form.isWrong() ? refused(visitor, locale, form) : say(visitor, locale, form);
    }

    private Mono<Rendering> say(Visitor visitor, Locale locale, NowForm form) {
        Instant now = clock.instant();
        var word = new Word(form.isOn(), now, form.end(now, visitor.zone()).orElse(null));
        return availabilities
                .say(visitor.id(), word)
                .thenReturn(Pages.done(PATH, SAID))
                .onErrorResume(
                        TooManyEntries.class,
                        tooMany -> refused(visitor, locale, form.withProblem("volunteer.problem.too-many")));
    }

    private Mono<Rendering> refused(Visitor visitor, Locale locale, NowForm form) {
        return page(visitor, locale, form, HttpStatus.UNPROCESSABLE_CONTENT, false);
    }

    private Mono<Rendering> page(Visitor visitor, Locale locale, NowForm form, HttpStatus status, boolean said) {
        return state(visitor, locale)
                .flatMap(state -> inTheWay(visitor)
                        .map(keys -> Pages.page("own", PATH, visitor)
                                .modelAttribute("state", state)
                                .modelAttribute("hindrances", keys)
                                .modelAttribute("form", form)
                                .modelAttribute(Pages.DONE, said)
                                .status(status)
                                .build()))
                .switchIfEmpty(Mono.error(VisitOver::notLetIn));
    }

    private Mono<StateView> state(Visitor visitor, Locale locale) {
        return availabilities
                .of(visitor.id())
                .flatMap(known -> availabilities
                        .preferences(visitor.id())
                        .map(wishes -> StateView.of(known, wishes, visitor, clock.instant(), locale)));
    }

    /** Keys of the sentences that say why she is not called, or gets no texts, whatever she says herself. */
    private Mono<List<String>> inTheWay(Visitor visitor) {
        return interpreters
                .byId(visitor.id())
                .map(member ->
                        hindrances.of(member).stream().map(OwnPage::sentence).toList());
    }

    private static String sentence(Hindrance hindrance) {
        var kind = hindrance.obligation();
        var of = kind == null ? "" : "." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "volunteer.hindrance." + hindrance.code() + of;
    }

    /** Her link may have got into wrong hands. */
    @PostMapping("/lock")
    Mono<ResponseEntity<Void>> lock(Visitor visitor) {
        return links.revoke(visitor.id())
                .thenReturn(ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.SET_COOKIE, cookie.gone().toString())
                        .header(HttpHeaders.LOCATION, PATH + "/locked")
                        .build());
    }

    @GetMapping("/locked")
    Rendering locked() {
        return Rendering.view("volunteer/locked")
                .modelAttribute("path", PATH + "/locked")
                .build();
    }
}
