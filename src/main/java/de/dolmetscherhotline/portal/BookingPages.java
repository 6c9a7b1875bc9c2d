package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.Booked;
import de.dolmetscherhotline.appointment.Booking;
import de.dolmetscherhotline.appointment.By;
import de.dolmetscherhotline.appointment.form.BookingForm;
import de.dolmetscherhotline.appointment.form.Readings;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.member.MemberOrganisation;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.platform.Problems;
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
import reactor.core.publisher.Mono;

/** Asks for an interpreter at a later time. */
@PortalPage
@RequestMapping(AppointmentPages.PATH)
class BookingPages {

    private final Booking booking;
    private final AppointmentPage page;
    private final MemberOrganisation own;
    private final Languages languages;
    private final RequestWords choices;
    private final WorkQueue work;

    BookingPages(
            Booking booking,
            AppointmentPage page,
            MemberOrganisation own,
            Languages languages,
            RequestWords choices,
            WorkQueue work) {
        this.booking = booking;
        this.page = page;
        this.own = own;
        this.languages = languages;
        this.choices = choices;
        this.work = work;
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
        return own.of(who)
                .flatMap(organisation -> earlier(like, who)
                        .switchIfEmpty(Mono.fromSupplier(() -> BookingForm.empty(organisation)))
                        .map(form -> form(organisation, locale, form).build()));
    }

    private Mono<BookingForm> earlier(@Nullable String id, SignedIn who) {
        return Mono.justOrEmpty(Readings.id(id))
                .flatMap(earlier -> page.find(who, earlier))
                .flatMap(listed -> own.zone(who).map(zone -> BookingForm.like(listed.appointment(), zone)));
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
                                form.id(who.organisation()),
                                who.organisation(),
                                form.request(),
                                By.member(who.member(), null))
                        .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")))
                        .flatMap(booked -> answer(who, locale, form, booked));
    }

    private Mono<Rendering> answer(SignedIn who, Locale locale, BookingForm form, Booked booked) {
        return switch (booked) {
            case Booked.Done done -> {
                work.nudge();
                var first = done.appointments().getFirst().id().value();
                yield Mono.just(PortalViews.done(AppointmentPages.address(first), "booked"));
            }
            case Booked.Wrong wrong -> wrong(who, locale, form.with(wrong.faults()));
        };
    }

    private Mono<Rendering> wrong(SignedIn who, Locale locale, BookingForm form) {
        return own.of(who)
                .map(organisation -> form(organisation, locale, form)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }
}
