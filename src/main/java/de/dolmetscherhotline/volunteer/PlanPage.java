package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.availability.Shift;
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
    private final MemberLock lock;
    private final TransactionalOperator transaction;

    PlanPage(Availabilities availabilities, MemberLock lock, TransactionalOperator transaction) {
        this.availabilities = availabilities;
        this.lock = lock;
        this.transaction = transaction;
    }

    @GetMapping
    Mono<Rendering> plan(Visitor visitor, @RequestParam(name = Pages.DONE, required = false) @Nullable String done) {
        return stored(visitor)
                .map(plan -> page(visitor, PlanForm.of(plan))
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
                        .flatMap(locked -> stored(visitor))
                        .switchIfEmpty(Mono.error(VisitOver::notLetIn))
                        .flatMap(stored -> replace(visitor, form, stored))
                        .as(transaction::transactional);
    }

    /** What somebody else changed meanwhile, or she herself by text, is not overwritten unseen. */
    private Mono<Rendering> replace(Visitor visitor, PlanForm form, List<Shift> stored) {
        var wanted = form.shifts();
        if (wanted.equals(stored)) {
            return Mono.just(Pages.done(PATH, "saved"));
        }
        return form.isAnswerTo(stored)
                ? availabilities.replacePlan(visitor.id(), wanted).thenReturn(Pages.done(PATH, "saved"))
                : Mono.just(page(visitor, form.against(stored))
                        .modelAttribute("meanwhile", PlanForm.of(stored))
                        .status(HttpStatus.CONFLICT)
                        .build());
    }

    private Mono<List<Shift>> stored(Visitor visitor) {
        return availabilities.of(visitor.id()).map(Availability::plan);
    }

    private static Rendering.Builder<?> page(Visitor visitor, PlanForm form) {
        return Pages.page("plan", PATH, visitor).modelAttribute("form", form);
    }
}
