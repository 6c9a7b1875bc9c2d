package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Preferences;
import de.dolmetscherhotline.volunteer.TimesEditing.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** How much she agrees to be disturbed. */
@Controller
@RequestMapping(PreferencesPage.PATH)
class PreferencesPage {

    static final String PATH = OwnPage.PATH + "/preferences";

    private final Availabilities availabilities;
    private final TimesEditing times;
    private final MemberLock lock;
    private final TransactionalOperator transaction;

    PreferencesPage(
            Availabilities availabilities, TimesEditing times, MemberLock lock, TransactionalOperator transaction) {
        this.availabilities = availabilities;
        this.times = times;
        this.lock = lock;
        this.transaction = transaction;
    }

    @GetMapping
    Mono<Rendering> preferences(
            Visitor visitor, @RequestParam(name = Pages.DONE, required = false) @Nullable String done) {
        return availabilities
                .preferences(visitor.id())
                .map(stored -> page(visitor, PreferencesForm.of(stored))
                        .modelAttribute(Pages.DONE, "saved".equals(done))
                        .build())
                .switchIfEmpty(Mono.error(VisitOver::notLetIn));
    }

    @PostMapping
    Mono<Rendering> save(Visitor visitor, @ModelAttribute PreferencesForm.Typed typed) {
        var form = PreferencesForm.read(typed);
        return form.isWrong()
                ? Mono.just(page(visitor, form)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build())
                : lock.take(visitor.id())
                        .flatMap(me -> times.replacePreferences(me, form))
                        .switchIfEmpty(Mono.error(VisitOver::notLetIn))
                        .map(outcome -> answer(visitor, form, outcome))
                        .as(transaction::transactional);
    }

    private static Rendering answer(Visitor visitor, PreferencesForm form, Outcome<Preferences> outcome) {
        return switch (outcome) {
            case Outcome.Saved<Preferences> saved -> Pages.done(PATH, "saved");
            case Outcome.Meanwhile<Preferences> meanwhile ->
                page(visitor, form.against(meanwhile.stored()))
                        .modelAttribute("meanwhile", PreferencesForm.of(meanwhile.stored()))
                        .status(HttpStatus.CONFLICT)
                        .build();
        };
    }

    private static Rendering.Builder<?> page(Visitor visitor, PreferencesForm form) {
        return Pages.page("preferences", PATH, visitor).modelAttribute("form", form);
    }
}
