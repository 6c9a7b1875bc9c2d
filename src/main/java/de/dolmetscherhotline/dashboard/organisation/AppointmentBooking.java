package de.dolmetscherhotline.dashboard.organisation;

import static de.dolmetscherhotline.dashboard.organisation.Words.text;

import de.dolmetscherhotline.appointment.Booked;
import de.dolmetscherhotline.appointment.Booking;
import de.dolmetscherhotline.appointment.By;
import de.dolmetscherhotline.appointment.form.BookingForm;
import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.OrganisationList;
import de.dolmetscherhotline.organisation.OrganisationList.Wanted;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.work.WorkQueue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Enters an appointment for an organisation that rings the coordinator: first which, then what it would fill in itself. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(AppointmentBooking.PATH)
class AppointmentBooking {

    static final String PATH = AppointmentsPage.PATH + "/new";

    private final Booking booking;
    private final OrganisationList organisations;
    private final OrganisationSheet sheet;
    private final Languages spoken;
    private final OfferedLanguages languages;
    private final Deeds deeds;
    private final WorkQueue work;

    AppointmentBooking(
            Booking booking,
            OrganisationList organisations,
            OrganisationSheet sheet,
            Languages spoken,
            OfferedLanguages languages,
            Deeds deeds,
            WorkQueue work) {
        this.booking = booking;
        this.organisations = organisations;
        this.sheet = sheet;
        this.spoken = spoken;
        this.languages = languages;
        this.deeds = deeds;
        this.work = work;
    }

    @GetMapping
    Mono<Rendering> form(
            @AuthenticationPrincipal Staff who,
            @RequestParam(required = false) @Nullable String organisation,
            Locale locale) {
        return text(organisation).isEmpty()
                ? choice(who)
                : organisation(who, organisation)
                        .map(chosen ->
                                page(chosen, BookingForm.empty(chosen), locale).build());
    }

    private Mono<Rendering> choice(Staff who) {
        var notBlocked = new Wanted(who.district(), null, null, null, false);
        return organisations
                .page(notBlocked, Integer.MAX_VALUE, 0)
                .map(one -> new OrganisationChoice(one.id().toString(), one.name()))
                .collectList()
                .map(choices -> DashboardViews.page("new-appointment-for")
                        .modelAttribute("organisations", choices)
                        .build());
    }

    private Mono<Organisation> organisation(Staff who, @Nullable String id) {
        return Mono.justOrEmpty(Words.id(text(id)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(known -> sheet.organisation(who, known));
    }

    private Rendering.Builder<?> page(Organisation organisation, BookingForm form, Locale locale) {
        return DashboardViews.page("new-appointment")
                .modelAttribute("organisation", organisation)
                .modelAttribute("form", form.typed())
                .modelAttribute("problems", form.problems())
                .modelAttribute("favourites", languages.of(organisation.favouriteLanguages(), locale))
                .modelAttribute("languages", languages.all(locale))
                .modelAttribute("numbers", organisation.phoneNumbers());
    }

    @PostMapping
    @RecordsItself(Deeds.RECORDED)
    Mono<Rendering> book(
            @AuthenticationPrincipal Staff who,
            @RequestParam String organisation,
            @ModelAttribute BookingForm.Typed typed,
            Locale locale) {
        var form = BookingForm.read(typed, spoken);
        return organisation(who, organisation)
                .flatMap(chosen ->
                        form.isWrong() ? Mono.just(wrong(chosen, form, locale)) : book(who, chosen, form, locale));
    }

    private Mono<Rendering> book(Staff who, Organisation organisation, BookingForm form, Locale locale) {
        var id = form.id(organisation.id());
        var entry = deeds.added(who, Reference.to("appointments", id.value()), "POST " + PATH);
        return booking.bookOnce(id, organisation.id(), form.request(), By.coordinator(null), entry)
                .map(booked -> answer(organisation, form, booked, locale));
    }

    private Rendering answer(Organisation organisation, BookingForm form, Booked booked, Locale locale) {
        return switch (booked) {
            case Booked.Done done -> {
                work.nudge();
                var first = done.appointments().getFirst().id();
                yield DashboardViews.done(AppointmentsPage.PATH + "/" + first, "booked");
            }
            case Booked.Wrong wrong -> wrong(organisation, form.with(wrong.faults()), locale);
        };
    }

    private Rendering wrong(Organisation organisation, BookingForm form, Locale locale) {
        return page(organisation, form, locale)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }
}
