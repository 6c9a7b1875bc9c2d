package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.availability.Absence;
import de.dolmetscherhotline.availability.Availabilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Days on which she is away. */
@Controller
@RequestMapping(AbsencesPage.PATH)
class AbsencesPage {

    static final String PATH = OwnPage.PATH + "/absences";

    private final Availabilities availabilities;
    private final TimesEditing times;
    private final MemberLock lock;
    private final TransactionalOperator transaction;
    private final Clock clock;

    AbsencesPage(
            Availabilities availabilities,
            TimesEditing times,
            MemberLock lock,
            TransactionalOperator transaction,
            Clock clock) {
        this.availabilities = availabilities;
        this.times = times;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
    }

    record View(UUID id, String first, String last, boolean single) {}

    @GetMapping
    Mono<Rendering> absences(
            Visitor visitor, Locale locale, @RequestParam(name = Pages.DONE, required = false) @Nullable String done) {
        return page(visitor, locale, AbsenceForm.EMPTY, HttpStatus.OK, done);
    }

    @PostMapping
    Mono<Rendering> add(Visitor visitor, Locale locale, @ModelAttribute AbsenceForm.Typed typed) {
        var form = AbsenceForm.read(typed, today(visitor));
        return form.isWrong()
                ? refused(visitor, locale, form)
                : lock.take(visitor.id())
                        .flatMap(me -> times.addAbsence(me, form))
                        .switchIfEmpty(Mono.error(VisitOver::notLetIn))
                        .flatMap(tried -> tried.isWrong()
                                ? refused(visitor, locale, tried)
                                : Mono.just(Pages.done(PATH, "added")))
                        .as(transaction::transactional);
    }

    @PostMapping("/{id}/remove")
    Mono<Rendering> remove(Visitor visitor, @PathVariable UUID id) {
        return availabilities.removeAbsence(visitor.id(), id).thenReturn(Pages.done(PATH, "removed"));
    }

    private Mono<Rendering> refused(Visitor visitor, Locale locale, AbsenceForm form) {
        return page(visitor, locale, form, HttpStatus.UNPROCESSABLE_CONTENT, null);
    }

    private Mono<Rendering> page(
            Visitor visitor, Locale locale, AbsenceForm form, HttpStatus status, @Nullable String done) {
        return availabilities
                .absences(visitor.id())
                .map(known -> Pages.page("absences", PATH, visitor)
                        .modelAttribute(
                                "absences",
                                known.stream()
                                        .map(absence -> view(absence, locale))
                                        .toList())
                        .modelAttribute("form", form)
                        .modelAttribute("today", today(visitor).toString())
                        .modelAttribute("added", "added".equals(done))
                        .modelAttribute("removed", "removed".equals(done))
                        .status(status)
                        .build())
                .switchIfEmpty(Mono.error(VisitOver::notLetIn));
    }

    private LocalDate today(Visitor visitor) {
        return LocalDate.ofInstant(clock.instant(), visitor.zone());
    }

    private static View view(Absence absence, Locale locale) {
        return new View(
                absence.id(),
                Clocks.day(absence.firstDay(), locale),
                Clocks.day(absence.lastDay(), locale),
                absence.firstDay().equals(absence.lastDay()));
    }
}
