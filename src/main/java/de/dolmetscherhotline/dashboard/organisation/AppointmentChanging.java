package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.appointment.AppointmentList.Listed;
import de.dolmetscherhotline.appointment.Assigning;
import de.dolmetscherhotline.appointment.Booking;
import de.dolmetscherhotline.appointment.By;
import de.dolmetscherhotline.appointment.Changed;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What coordinators do about appointments: cancel, ask others, ask again, or give one to somebody who has said yes to them. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(AppointmentsPage.PATH + "/{id}")
class AppointmentChanging {

    private static final String REASON = "reason";
    private static final String WHO = "interpreter";
    private static final int LONGEST_REASON = 300;

    private final Booking booking;
    private final Assigning assigning;
    private final AppointmentSheet sheet;

    AppointmentChanging(Booking booking, Assigning assigning, AppointmentSheet sheet) {
        this.booking = booking;
        this.assigning = assigning;
        this.sheet = sheet;
    }

    @PostMapping("/cancellation")
    Mono<Rendering> cancel(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return change(
                new Wish(who, id, "cancelled", locale),
                exchange,
                AppointmentChanging::withFaultsOfReason,
                (appointment, typed) -> booking.cancel(appointment, by(typed)));
    }

    /** Whoever has it is told, and is not asked again; nobody who took it after the page was shown. */
    @PostMapping("/substitution")
    Mono<Rendering> substitute(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return change(
                new Wish(who, id, "substitution", locale),
                exchange,
                AppointmentChanging::withFaultsOfReason,
                (appointment, typed) -> booking.substitute(appointment, round(typed), by(typed)));
    }

    @PostMapping("/asking")
    Mono<Rendering> askAnew(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return change(
                new Wish(who, id, "asked", locale),
                exchange,
                typed -> typed,
                (appointment, typed) -> booking.askAnew(appointment));
    }

    @PostMapping("/assignment")
    Mono<Rendering> assign(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, ServerWebExchange exchange, Locale locale) {
        return change(
                new Wish(who, id, "assigned", locale),
                exchange,
                typed -> typed.with(WHO, Words.id(typed.value(WHO)).isEmpty(), "organisations.problem.who"),
                (appointment, typed) -> assigning.assign(
                        appointment,
                        new InterpreterId(Words.id(typed.value(WHO)).orElseThrow()),
                        By.coordinator(null)));
    }

    private static Entered withFaultsOfReason(Entered typed) {
        return typed.with(REASON, typed.value(REASON).isEmpty(), "organisations.problem.reason")
                .with(REASON, typed.value(REASON).length() > LONGEST_REASON, "organisations.problem.reason-300");
    }

    /** The round that the page has shown; 0, which none is, if that was changed. */
    private static int round(Entered typed) {
        var shown = typed.value("round");
        return shown.matches("[0-9]{1,6}") ? Integer.parseInt(shown) : 0;
    }

    private static By by(Entered typed) {
        return By.coordinator(typed.value(REASON));
    }

    /** Who wishes what of which appointment. */
    private record Wish(Staff who, UUID id, String done, Locale locale) {}

    private Mono<Rendering> change(
            Wish wish,
            ServerWebExchange exchange,
            UnaryOperator<Entered> check,
            BiFunction<AppointmentId, Entered, Mono<Changed>> deed) {
        return sheet.appointment(wish.who(), wish.id())
                .flatMap(listed -> exchange.getFormData()
                        .map(Entered::of)
                        .map(check)
                        .flatMap(typed -> typed.isWrong()
                                ? refused(wish, listed, typed, HttpStatus.UNPROCESSABLE_CONTENT)
                                : deed.apply(listed.appointment().id(), typed)
                                        .flatMap(changed -> answer(wish, typed, changed))));
    }

    private Mono<Rendering> answer(Wish wish, Entered typed, Changed changed) {
        return switch (changed) {
            case Changed.Done done ->
                Mono.just(DashboardViews.done(AppointmentsPage.PATH + "/" + wish.id(), wish.done()));
            case Changed.NotPossible not ->
                sheet.appointment(wish.who(), wish.id())
                        .flatMap(now -> refused(
                                wish, now, typed.with("status", "organisations.problem.not-now"), HttpStatus.CONFLICT));
        };
    }

    private Mono<Rendering> refused(Wish wish, Listed listed, Entered typed, HttpStatus status) {
        return sheet.page(wish.who(), listed, typed, wish.locale())
                .map(page -> page.status(status).build());
    }
}
