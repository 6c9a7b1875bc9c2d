package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Shift;
import de.dolmetscherhotline.volunteer.TimesEditing.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The plan of her week. */
@Controller
@RequestMapping(PlanPage.PATH)
class PlanPage {

    static final String PATH = OwnPage.PATH + "/plan";

    private final Availabilities availabilities;
    private final TimesEditing times;
    private final MemberLock lock;
    private final TransactionalOperator transaction;

    PlanPage(Availabilities availabilities, TimesEditing times, MemberLock lock, TransactionalOperator transaction) {
        this.availabilities = availabilities;
        this.times = times;
        this.lock = lock;
        this.transaction = transaction;
    }

    @GetMapping
    Mono<Rendering> plan(Visitor visitor, @RequestParam(name = Pages.DONE, required = false) @Nullable String done) {
        return availabilities
                .of(visitor.id())
                .map(known -> page(visitor, PlanForm.of(known.plan()))
                        .modelAttribute(Pages.DONE, "saved".equals(done))
                        .build())
                .switchIfEmpty(Mono.error(VisitOver::notLetIn));
    }

    @PostMapping
    Mono<Rendering> save(Visitor visitor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(fields -> fields.containsKey("copy")
                        ? Mono.just(copied(visitor, PlanForm.read(fields)))
                        : save(visitor, PlanForm.read(fields)));
    }

    private Rendering copied(Visitor visitor, PlanForm form) {
        return page(visitor, form.withMondayForWorkingDays())
                .modelAttribute("copied", true)
                .build();
    }

    private Mono<Rendering> save(Visitor visitor, PlanForm form) {
        return form.isWrong()
                ? Mono.just(page(visitor, form)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build())
                : lock.take(visitor.id())
                        .flatMap(me -> times.replacePlan(me, form))
                        .switchIfEmpty(Mono.error(VisitOver::notLetIn))
                        .map(outcome -> answer(visitor, form, outcome))
                        .as(transaction::transactional);
    }

    private static Rendering answer(Visitor visitor, PlanForm form, Outcome<List<Shift>> outcome) {
        return switch (outcome) {
            case Outcome.Saved<List<Shift>> saved -> Pages.done(PATH, "saved");
            case Outcome.Meanwhile<List<Shift>> meanwhile ->
                page(visitor, form.against(meanwhile.stored()))
                        .modelAttribute("meanwhile", PlanForm.of(meanwhile.stored()))
                        .status(HttpStatus.CONFLICT)
                        .build();
        };
    }

    private static Rendering.Builder<?> page(Visitor visitor, PlanForm form) {
        return Pages.page("plan", PATH, visitor).modelAttribute("form", form);
    }
}
