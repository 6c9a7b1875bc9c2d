package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.dashboard.organisation.RequestSheet.Found;
import de.dolmetscherhotline.request.RequestDesk;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Cancels requests in the name of whoever asked, with a reason. */
@DashboardPage(Role.COORDINATOR)
class RequestCancelling {

    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 500;

    private final RequestDesk desk;
    private final RequestSheet sheet;
    private final Deeds deeds;

    RequestCancelling(RequestDesk desk, RequestSheet sheet, Deeds deeds) {
        this.desk = desk;
        this.sheet = sheet;
        this.deeds = deeds;
    }

    @PostMapping(RequestsPage.PATH + "/{id}/cancellation")
    @RecordsItself("it is recorded before the call is ended, as with REST")
    Mono<Rendering> cancel(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return sheet.request(who, id)
                .flatMap(found -> exchange.getFormData()
                        .map(Entered::of)
                        .map(RequestCancelling::checked)
                        .flatMap(typed -> typed.isWrong()
                                ? refused(who, found, typed, HttpStatus.UNPROCESSABLE_CONTENT, locale)
                                : cancel(who, found, typed, locale)));
    }

    private static Entered checked(Entered typed) {
        return typed.with(REASON, typed.value(REASON).isEmpty(), "organisations.problem.reason")
                .with(REASON, typed.value(REASON).length() > LONGEST_REASON, "organisations.problem.reason-long");
    }

    private Mono<Rendering> cancel(Staff who, Found found, Entered typed, Locale locale) {
        var id = found.request().id();
        return deeds.begun(
                        who,
                        Reference.to("requests", id),
                        "POST …/cancellation",
                        typed.value(REASON),
                        desk.cancel(id, found.organisation().id()))
                .flatMap(done -> done
                        ? Mono.just(DashboardViews.done(RequestsPage.PATH + "/" + id, RequestsPage.CANCELLED))
                        : tooLate(who, id, typed, locale));
    }

    private Mono<Rendering> tooLate(Staff who, UUID id, Entered typed, Locale locale) {
        return sheet.request(who, id)
                .flatMap(now -> refused(
                        who, now, typed.with(REASON, "organisations.problem.too-late"), HttpStatus.CONFLICT, locale));
    }

    private Mono<Rendering> refused(Staff who, Found found, Entered typed, HttpStatus status, Locale locale) {
        return sheet.page(who, found, typed, locale)
                .map(page -> page.status(status).build());
    }
}
