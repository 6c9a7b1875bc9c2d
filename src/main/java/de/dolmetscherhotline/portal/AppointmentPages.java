package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.Absent;
import de.dolmetscherhotline.appointment.Appointment;
import de.dolmetscherhotline.appointment.AppointmentHistory;
import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.appointment.AppointmentList;
import de.dolmetscherhotline.appointment.AppointmentList.Filter;
import de.dolmetscherhotline.appointment.AppointmentList.Listed;
import de.dolmetscherhotline.appointment.AppointmentList.Order;
import de.dolmetscherhotline.appointment.AppointmentStatus;
import de.dolmetscherhotline.appointment.Booked;
import de.dolmetscherhotline.appointment.Booking;
import de.dolmetscherhotline.appointment.By;
import de.dolmetscherhotline.appointment.CalendarFile;
import de.dolmetscherhotline.appointment.Changed;
import de.dolmetscherhotline.appointment.Suitable;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.member.PortalEntry;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Asks for an interpreter at a later time, shows what becomes of it, and lists all appointments of the organisation. */
@PortalPage
@RequestMapping(AppointmentPages.PATH)
class AppointmentPages {

    static final String PATH = "/portal/appointments";

    private static final int ON_A_PAGE = 25;
    private static final int LONGEST_REASON = 300;

    private final Booking booking;
    private final AppointmentList appointments;
    private final AppointmentHistory history;
    private final Suitable suitable;
    private final CalendarFile files;
    private final Organisations organisations;
    private final Districts districts;
    private final Languages languages;
    private final RequestWords choices;
    private final AppointmentWording words;
    private final WorkQueue work;

    AppointmentPages(
            Booking booking,
            AppointmentList appointments,
            AppointmentHistory history,
            Suitable suitable,
            CalendarFile files,
            Organisations organisations,
            Districts districts,
            Languages languages,
            RequestWords choices,
            AppointmentWording words,
            WorkQueue work) {
        this.booking = booking;
        this.appointments = appointments;
        this.history = history;
        this.suitable = suitable;
        this.files = files;
        this.organisations = organisations;
        this.districts = districts;
        this.languages = languages;
        this.choices = choices;
        this.words = words;
        this.work = work;
    }

    @GetMapping
    Mono<Rendering> list(
            @AuthenticationPrincipal SignedIn who, Locale locale, @ModelAttribute AppointmentSelection.Typed typed) {
        return zone(who).flatMap(zone -> {
            var selection = AppointmentSelection.read(typed, zone);
            var filter = selection.filter(who.organisation());
            return appointments
                    .page(filter, selection.order(), ON_A_PAGE, (long) selection.page() * ON_A_PAGE)
                    .map(listed -> words.of(listed, locale, zone))
                    .collectList()
                    .zipWith(appointments.count(filter), (shown, total) -> list(selection, shown, total));
        });
    }

    private static Rendering list(AppointmentSelection selection, List<AppointmentWording.Shown> shown, long total) {
        return PortalViews.page("appointments")
                .modelAttribute("selection", selection)
                .modelAttribute("appointments", shown)
                .modelAttribute("more", (long) (selection.page() + 1) * ON_A_PAGE < total)
                .build();
    }

    /**
     * The form.
     *
     * @param like an appointment that is to be made once more; unreadable or somebody else's, it is as if none were named
     */
    @GetMapping("/new")
    Mono<Rendering> form(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @RequestParam(required = false) @Nullable String like) {
        return organisation(who)
                .flatMap(organisation -> earlier(like, who)
                        .switchIfEmpty(Mono.fromSupplier(() -> BookingForm.empty(organisation)))
                        .map(form -> form(organisation, locale, form).build()));
    }

    private Mono<BookingForm> earlier(@Nullable String id, SignedIn who) {
        return Mono.justOrEmpty(id)
                .filter(text -> text.matches("[0-9a-f-]{36}"))
                .flatMap(text -> own(who, UUID.fromString(text)))
                .flatMap(listed -> zone(who).map(zone -> BookingForm.like(listed.appointment(), zone)));
    }

    private Rendering.Builder<?> form(Organisation organisation, Locale locale, BookingForm form) {
        return PortalViews.page("new-appointment")
                .modelAttribute("form", form.typed())
                .modelAttribute("problems", form.problems())
                .modelAttribute("favourites", choices.languages(organisation.favouriteLanguages(), locale))
                .modelAttribute("languages", choices.languages(locale))
                .modelAttribute("numbers", organisation.phoneNumbers());
    }

    @PostMapping
    Mono<Rendering> submit(
            @AuthenticationPrincipal SignedIn who, Locale locale, @ModelAttribute BookingForm.Typed typed) {
        var form = BookingForm.read(typed, languages);
        return form.isWrong()
                ? wrong(who, locale, form)
                : booking.bookOnce(
                                form.id(who.organisation()), who.organisation(), form.request(), By.organisation(null))
                        .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")))
                        .flatMap(booked -> answer(who, locale, form, booked));
    }

    private Mono<Rendering> answer(SignedIn who, Locale locale, BookingForm form, Booked booked) {
        return switch (booked) {
            case Booked.Done done -> {
                work.nudge();
                var first = done.appointments().getFirst().id().value();
                yield Mono.just(PortalViews.done(address(first), "booked"));
            }
            case Booked.Wrong wrong -> wrong(who, locale, form.with(wrong.faults()));
        };
    }

    private static String address(UUID id) {
        return PATH + "/" + id;
    }

    private Mono<Rendering> wrong(SignedIn who, Locale locale, BookingForm form) {
        return organisation(who)
                .map(organisation -> form(organisation, locale, form)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    private Mono<Organisation> organisation(SignedIn who) {
        return organisations
                .byId(who.organisation())
                .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")));
    }

    private Mono<ZoneId> zone(SignedIn who) {
        return organisation(who)
                .flatMap(organisation -> districts.byId(organisation.districtId()))
                .map(District::timeZone);
    }

    @GetMapping("/{id}")
    Mono<Rendering> appointment(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @PathVariable UUID id,
            @RequestParam(name = PortalViews.DONE, required = false, defaultValue = "") String done) {
        return shown(who, locale, id)
                .map(page -> page.modelAttribute(PortalViews.DONE, done).build());
    }

    private Mono<Rendering.Builder<?>> shown(SignedIn who, Locale locale, UUID id) {
        return zone(who).flatMap(zone -> one(who, id).flatMap(listed -> shown(who, listed, locale, zone)));
    }

    private Mono<Rendering.Builder<?>> shown(SignedIn who, Listed listed, Locale locale, ZoneId zone) {
        var appointment = listed.appointment();
        return Mono.zip(
                parts -> PortalViews.page("appointment")
                        .modelAttribute("appointment", words.of(listed, locale, zone))
                        .modelAttribute("history", parts[0])
                        .modelAttribute("series", parts[1])
                        .modelAttribute("nobody", parts[2]),
                history.of(appointment.id()).collectList().map(entries -> words.of(entries, locale, zone)),
                series(who, appointment, locale, zone),
                isNobodyKnown(appointment));
    }

    /** The whole series to which it belongs; empty if it is single. */
    private Mono<List<AppointmentWording.Shown>> series(
            SignedIn who, Appointment appointment, Locale locale, ZoneId zone) {
        var series = appointment.series();
        return series == null
                ? Mono.just(List.of())
                : appointments
                        .page(
                                Filter.ofSeries(who.organisation(), series.id()),
                                Order.EARLIEST_FIRST,
                                Booking.MOST_REPEATS,
                                0)
                        .map(listed -> words.of(listed, locale, zone))
                        .collectList();
    }

    /** Whether there is nobody who could take it, for instance because nobody speaks the language. */
    private Mono<Boolean> isNobodyKnown(Appointment appointment) {
        return switch (appointment.status()) {
            case ASKING, OPEN -> suitable.anybodyAtAll(appointment).map(somebody -> !somebody);
            case CONFIRMED, CANCELLED, HELD, NO_SHOW, UNFILLED -> Mono.just(false);
        };
    }

    @GetMapping("/{id}.ics")
    Mono<ResponseEntity<String>> calendar(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return one(who, id)
                .map(listed -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, CalendarFile.MEDIA_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".ics\"")
                        .body(files.of(List.of(listed.appointment()))));
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

        private By by() {
            return By.organisation(why());
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

    @PostMapping("/{id}/cancellation")
    Mono<Rendering> cancel(
            @AuthenticationPrincipal SignedIn who, Locale locale, @PathVariable UUID id, @ModelAttribute Deed deed) {
        return deed.isTooLong()
                ? wrong(who, locale, id, deed.of("cancellation"), "portal.problem.too-long")
                : one(who, id)
                        .flatMap(listed -> booking.cancel(listed.appointment().id(), deed.by()))
                        .map(changed -> done(id, changed, "cancelled", Set.of(AppointmentStatus.CANCELLED)));
    }

    @PostMapping("/{id}/substitution")
    Mono<Rendering> substitute(
            @AuthenticationPrincipal SignedIn who, Locale locale, @PathVariable UUID id, @ModelAttribute Deed deed) {
        return deed.isTooLong()
                ? wrong(who, locale, id, deed.of("substitution"), "portal.problem.too-long")
                : one(who, id)
                        .flatMap(listed ->
                                booking.substitute(listed.appointment().id(), deed.shownRound(), deed.by()))
                        .map(changed ->
                                done(id, changed, "asking", Set.of(AppointmentStatus.ASKING, AppointmentStatus.OPEN)));
    }

    @PostMapping("/{id}/no-show")
    Mono<Rendering> noShow(
            @AuthenticationPrincipal SignedIn who, Locale locale, @PathVariable UUID id, @ModelAttribute Deed deed) {
        if (deed.isTooLong()) {
            return wrong(who, locale, id, deed.of("no-show"), "portal.problem.too-long");
        }
        return deed.whoWasAbsent()
                .map(absent -> one(who, id)
                        .flatMap(listed -> booking.noShow(listed.appointment().id(), absent, deed.by()))
                        .map(changed -> done(id, changed, "noted", Set.of(AppointmentStatus.NO_SHOW))))
                .orElseGet(() -> wrong(who, locale, id, deed.of("no-show"), "portal.problem.absent"));
    }

    private Mono<Rendering> wrong(SignedIn who, Locale locale, UUID id, Deed deed, String problem) {
        return shown(who, locale, id)
                .map(page -> page.modelAttribute("deed", deed)
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
                yield PortalViews.done(address(id), what);
            }
            case Changed.NotPossible not ->
                PortalViews.done(address(id), wished.contains(not.as().status()) ? "already-" + what : "too-late");
        };
    }

    private Mono<Listed> one(SignedIn who, UUID id) {
        return own(who, id).switchIfEmpty(Mono.error(() -> Problems.notFound("appointment")));
    }

    private Mono<Listed> own(SignedIn who, UUID id) {
        return appointments
                .byId(new AppointmentId(id))
                .filter(listed -> listed.appointment().organisation().equals(who.organisation()));
    }

    static PortalEntry entry() {
        return new PortalEntry(PATH, "portal.appointments", 20);
    }
}
