package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.appointment.UnmetAppointments;
import de.dolmetscherhotline.call.UnmetDemand;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Takes off the list what a coordinator has dealt with, and puts it on again. */
@DashboardPage(Role.COORDINATOR)
class UnmetSettling {

    private static final int LONGEST_NOTE = 500;

    private final UnmetDemand calls;
    private final UnmetAppointments appointments;
    private final UnmetPage.Sheet sheet;

    UnmetSettling(UnmetDemand calls, UnmetAppointments appointments, UnmetPage.Sheet sheet) {
        this.calls = calls;
        this.appointments = appointments;
        this.sheet = sheet;
    }

    /**
     * What was done.
     *
     * @param language of the needs among which this one was shown
     * @param page of theirs
     */
    record Typed(
            @Nullable String note,
            @Nullable String language,
            @Nullable String page) {

        private UnmetPage.Typed shown() {
            return new UnmetPage.Typed(null, language, page, null);
        }

        /** The oldest of the same needs. */
        private String next() {
            return UnmetPage.PATH + "?" + DashboardViews.DONE + "=" + UnmetPage.SETTLED + narrowed();
        }

        /** Those that were dealt with last. */
        private String settled(boolean reopened) {
            var done = reopened ? "&" + DashboardViews.DONE + "=" + UnmetPage.REOPENED : "";
            return UnmetPage.PATH + "?show=" + UnmetPage.SETTLED + done + narrowed();
        }

        private String narrowed() {
            return Words.language(Words.text(language))
                    .map(chosen -> "&language=" + chosen.tag())
                    .orElse("");
        }

        /** Without what was typed. */
        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** A call, or one that was asked for in writing. */
    @PostMapping({UnmetPage.PATH + "/calls/{id}/settled", UnmetPage.PATH + "/requests/{id}/settled"})
    Mono<Rendering> call(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed, Locale locale) {
        var call = new CallId(id);
        var need = new Need(
                id,
                note -> calls.settle(who.district(), call, note, who.name()),
                calls.isSettled(who.district(), call));
        return settle(who, need, typed, locale);
    }

    @PostMapping(UnmetPage.PATH + "/appointments/{id}/settled")
    Mono<Rendering> appointment(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed, Locale locale) {
        var appointment = new AppointmentId(id);
        var need = new Need(
                id,
                note -> appointments.settle(who.district(), appointment, note, who.name()),
                appointments.isSettled(who.district(), appointment));
        return settle(who, need, typed, locale);
    }

    @PostMapping({UnmetPage.PATH + "/calls/{id}/reopened", UnmetPage.PATH + "/requests/{id}/reopened"})
    Mono<Rendering> reopenCall(@AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed) {
        return reopened(calls.reopen(who.district(), new CallId(id)), typed);
    }

    @PostMapping(UnmetPage.PATH + "/appointments/{id}/reopened")
    Mono<Rendering> reopenAppointment(
            @AuthenticationPrincipal Staff who, @PathVariable UUID id, @ModelAttribute Typed typed) {
        return reopened(appointments.reopen(who.district(), new AppointmentId(id)), typed);
    }

    /** If somebody else was faster, nothing is lost: the list is shown as it is. */
    private static Mono<Rendering> reopened(Mono<Boolean> reopening, Typed typed) {
        return reopening.map(done -> DashboardViews.seeOther(typed.settled(done)));
    }

    /**
     * What is to be dealt with.
     *
     * @param settle with a note; false if it is not there, or was dealt with before
     * @param isSettled whether it was dealt with before
     */
    private record Need(UUID id, Function<@Nullable String, Mono<Boolean>> settle, Mono<Boolean> isSettled) {}

    private Mono<Rendering> settle(Staff who, Need need, Typed typed, Locale locale) {
        var note = Words.text(typed.note());
        return note.length() > LONGEST_NOTE
                ? refused(who, need.id(), typed, note, locale)
                : need.settle()
                        .apply(Words.orNull(note))
                        .flatMap(done -> done
                                ? Mono.just(DashboardViews.seeOther(typed.next()))
                                : tooLate(who, need, typed, note, locale));
    }

    private Mono<Rendering> refused(Staff who, UUID id, Typed typed, String note, Locale locale) {
        return sheet.page(who, typed.shown(), locale)
                .map(page -> page.modelAttribute("wrong", id.toString())
                        .modelAttribute("typedNote", note)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    /** Somebody else was faster; what was typed is shown, for it is stored nowhere. */
    private Mono<Rendering> tooLate(Staff who, Need need, Typed typed, String note, Locale locale) {
        return need.isSettled()
                .filter(settled -> settled)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(settled -> sheet.page(who, typed.shown(), locale))
                .map(page -> page.modelAttribute("tooLate", true)
                        .modelAttribute("typedNote", note)
                        .status(HttpStatus.CONFLICT)
                        .build());
    }
}
