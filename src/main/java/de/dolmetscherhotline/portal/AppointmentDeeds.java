package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.Absent;
import de.dolmetscherhotline.appointment.AppointmentStatus;
import de.dolmetscherhotline.appointment.Booking;
import de.dolmetscherhotline.appointment.By;
import de.dolmetscherhotline.appointment.Changed;
import de.dolmetscherhotline.appointment.form.Choices;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.work.WorkQueue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What a member does about an appointment: she cancels it, wants somebody else, or tells who did not come. */
@PortalPage
@RequestMapping(AppointmentPages.PATH + "/{id}")
class AppointmentDeeds {

    private static final int LONGEST_REASON = 300;

    private final Booking booking;
    private final AppointmentPage page;
    private final WorkQueue work;

    AppointmentDeeds(Booking booking, AppointmentPage page, WorkQueue work) {
        this.booking = booking;
        this.page = page;
        this.work = work;
    }

    /**
     * What a member does about an appointment, as a browser sends it.
     *
     * @param what which of the forms it was
     * @param round of the appointment that the page has shown
     */
    record Deed(
            @Nullable String what,
            @Nullable String reason,
            @Nullable String absent,
            @Nullable String round) {

        private Deed of(String form) {
            return new Deed(form, reason, absent, round);
        }

        private @Nullable String why() {
            return reason == null || reason.isBlank() ? null : reason.strip();
        }

        private By by(SignedIn who) {
            return By.member(who.member(), why());
        }

        private boolean isTooLong() {
            var why = why();
            return why != null && why.length() > LONGEST_REASON;
        }

        private Optional<Absent> whoWasAbsent() {
            return Choices.constant(Absent.class, absent == null ? "" : absent);
        }

        private int shownRound() {
            return round != null && round.matches("[0-9]{1,6}") ? Integer.parseInt(round) : 0;
        }

        /** Without the reason. */
        @Override
        public String toString() {
            return "Deed " + what;
        }
    }

    @PostMapping("/cancellation")
    Mono<Rendering> cancel(
            @AuthenticationPrincipal SignedIn who, Locale locale, @PathVariable UUID id, @ModelAttribute Deed deed) {
        return deed.isTooLong()
                ? wrong(who, locale, id, deed.of("cancellation"), "portal.problem.too-long")
                : page.appointment(who, id)
                        .flatMap(listed -> booking.cancel(listed.appointment().id(), deed.by(who)))
                        .map(changed -> done(id, changed, "cancelled", Set.of(AppointmentStatus.CANCELLED)));
    }

    @PostMapping("/substitution")
    Mono<Rendering> substitute(
            @AuthenticationPrincipal SignedIn who, Locale locale, @PathVariable UUID id, @ModelAttribute Deed deed) {
        return deed.isTooLong()
                ? wrong(who, locale, id, deed.of("substitution"), "portal.problem.too-long")
                : page.appointment(who, id)
                        .flatMap(listed ->
                                booking.substitute(listed.appointment().id(), deed.shownRound(), deed.by(who)))
                        .map(changed ->
                                done(id, changed, "asking", Set.of(AppointmentStatus.ASKING, AppointmentStatus.OPEN)));
    }

    @PostMapping("/no-show")
    Mono<Rendering> noShow(
            @AuthenticationPrincipal SignedIn who, Locale locale, @PathVariable UUID id, @ModelAttribute Deed deed) {
        if (deed.isTooLong()) {
            return wrong(who, locale, id, deed.of("no-show"), "portal.problem.too-long");
        }
        return deed.whoWasAbsent()
                .map(absent -> page.appointment(who, id)
                        .flatMap(listed -> booking.noShow(listed.appointment().id(), absent, deed.by(who)))
                        .map(changed -> done(id, changed, "noted", Set.of(AppointmentStatus.NO_SHOW))))
                .orElseGet(() -> wrong(who, locale, id, deed.of("no-show"), "portal.problem.absent"));
    }

    private Mono<Rendering> wrong(SignedIn who, Locale locale, UUID id, Deed deed, String problem) {
        return page.of(who, locale, id)
                .map(shown -> shown.modelAttribute("deed", deed)
                        .modelAttribute("problem", problem)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    /**
     * Says what came of it.
     *
     * @param wished the statuses that were wished for: what is so already, somebody else was faster with
     */
    private Rendering done(UUID id, Changed changed, String what, Set<AppointmentStatus> wished) {
        return switch (changed) {
            case Changed.Done done -> {
                work.nudge();
                yield PortalViews.done(AppointmentPages.address(id), what);
            }
            case Changed.NotPossible not ->
                PortalViews.done(
                        AppointmentPages.address(id),
                        wished.contains(not.as().status()) ? "already-" + what : "too-late");
        };
    }
}
