package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.AppointmentList;
import de.dolmetscherhotline.appointment.CalendarFile;
import de.dolmetscherhotline.member.MemberOrganisation;
import de.dolmetscherhotline.member.PortalEntry;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The appointments of an organisation: the list of them, and the page and the calendar file of each. */
@PortalPage
@RequestMapping(AppointmentPages.PATH)
class AppointmentPages {

    static final String PATH = "/portal/appointments";

    private static final int ON_A_PAGE = 25;

    private final AppointmentPage page;
    private final AppointmentList appointments;
    private final CalendarFile files;
    private final MemberOrganisation own;
    private final AppointmentWording words;

    AppointmentPages(
            AppointmentPage page,
            AppointmentList appointments,
            CalendarFile files,
            MemberOrganisation own,
            AppointmentWording words) {
        this.page = page;
        this.appointments = appointments;
        this.files = files;
        this.own = own;
        this.words = words;
    }

    static String address(UUID id) {
        return PATH + "/" + id;
    }

    @GetMapping
    Mono<Rendering> list(
            @AuthenticationPrincipal SignedIn who, Locale locale, @ModelAttribute AppointmentSelection.Typed typed) {
        return own.zone(who).flatMap(zone -> {
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

    @GetMapping("/{id}")
    Mono<Rendering> appointment(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @PathVariable UUID id,
            @RequestParam(name = PortalViews.DONE, required = false, defaultValue = "") String done) {
        return page.of(who, locale, id)
                .map(shown -> shown.modelAttribute(PortalViews.DONE, done).build());
    }

    @GetMapping("/{id}.ics")
    Mono<ResponseEntity<String>> calendar(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page.appointment(who, id)
                .map(listed -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, CalendarFile.MEDIA_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".ics\"")
                        .body(files.of(List.of(listed.appointment()))));
    }

    static PortalEntry entry() {
        return new PortalEntry(PATH, "portal.appointments", 20);
    }
}
