package de.dolmetscherhotline.dashboard.organisation;

import static de.dolmetscherhotline.dashboard.organisation.Words.text;

import de.dolmetscherhotline.appointment.AppointmentList;
import de.dolmetscherhotline.appointment.AppointmentList.Filter;
import de.dolmetscherhotline.appointment.AppointmentList.Order;
import de.dolmetscherhotline.appointment.AppointmentStatus;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.organisation.OrganisationList;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The appointments of the organisations of the district, and each of them. */
@DashboardPage(Role.VIEWER)
@RequestMapping(AppointmentsPage.PATH)
class AppointmentsPage {

    static final String PATH = "/dashboard/appointments";
    static final Set<String> KNOWN_TO_BE_DONE = Set.of("booked", "cancelled", "substitution", "asked", "assigned");

    private static final int ON_A_PAGE = 50;
    private static final int LAST_YEAR = 9999;
    private static final String AHEAD = "";
    private static final String DOUBTED = "doubted";

    private final AppointmentList appointments;
    private final OrganisationList organisations;
    private final AppointmentSheet sheet;
    private final OfferedLanguages languages;
    private final Clock clock;

    AppointmentsPage(
            AppointmentList appointments,
            OrganisationList organisations,
            AppointmentSheet sheet,
            OfferedLanguages languages,
            Clock clock) {
        this.appointments = appointments;
        this.organisations = organisations;
        this.sheet = sheet;
        this.languages = languages;
        this.clock = clock;
    }

    /** Which appointments, as it was typed. */
    record Typed(
            @Nullable String show,
            @Nullable String status,
            @Nullable String language,
            @Nullable String organisation,
            @Nullable String day,
            @Nullable String page) {

        private Search search() {
            return new Search(
                    text(show),
                    text(status),
                    text(language),
                    text(organisation),
                    text(day),
                    text(day).isEmpty() || chosenDay().isPresent() ? null : "dashboard.problem.day",
                    Words.page(page));
        }

        private Optional<LocalDate> chosenDay() {
            try {
                return Optional.of(LocalDate.parse(text(day))).filter(Typed::isInTheCalendar);
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }

        /** Of the database. */
        private static boolean isInTheCalendar(LocalDate day) {
            return day.getYear() > 0 && day.getYear() <= LAST_YEAR;
        }

        private Optional<Instant> from(ZoneId zone) {
            return chosenDay().map(chosen -> chosen.atStartOfDay(zone).toInstant());
        }
    }

    /**
     * Which appointments; empty = it does not matter.
     *
     * @param show those ahead, unless it says "over" or "all"
     * @param day from which on
     * @param dayProblem key of what is wrong with it; null if nothing is
     */
    public record Search(
            String show,
            String status,
            String language,
            String organisation,
            String day,
            @Nullable String dayProblem,
            int page) {

        public boolean isNarrowed() {
            return !(status + language + organisation + day).isEmpty();
        }

        private Set<AppointmentStatus> statuses() {
            return Words.constant(AppointmentStatus.class, status)
                    .map(Set::of)
                    .orElseGet(() -> status.equals(DOUBTED) ? Set.of(AppointmentStatus.CONFIRMED) : Set.of());
        }
    }

    @GetMapping
    Mono<Rendering> list(@AuthenticationPrincipal Staff who, @ModelAttribute Typed typed, Locale locale) {
        var search = typed.search();
        return organisations
                .names(who.district())
                .flatMap(names -> search.dayProblem() == null
                        ? found(who, search, filter(who, search, typed.from(who.zone())), names, locale)
                        : Mono.just(refused(who, search, names, locale)));
    }

    private Mono<Rendering> found(
            Staff who, Search search, Filter filter, Map<OrganisationId, String> names, Locale locale) {
        var order = search.show().equals(AHEAD) ? Order.EARLIEST_FIRST : Order.LATEST_FIRST;
        return appointments
                .page(filter, order, ON_A_PAGE, (long) search.page() * ON_A_PAGE)
                .map(listed -> sheet.line(who, listed, names, locale))
                .collectList()
                .zipWith(
                        appointments.count(filter),
                        (lines, count) -> page(search, names, locale)
                                .modelAttribute("may", who.isAtLeast(Role.COORDINATOR))
                                .modelAttribute("lines", lines)
                                .modelAttribute("count", count)
                                .modelAttribute("more", count > (search.page() + 1L) * ON_A_PAGE)
                                .build());
    }

    private Rendering refused(Staff who, Search search, Map<OrganisationId, String> names, Locale locale) {
        return page(search, names, locale)
                .modelAttribute("may", who.isAtLeast(Role.COORDINATOR))
                .modelAttribute("lines", List.of())
                .modelAttribute("count", 0L)
                .modelAttribute("more", false)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    /** Whatever is ahead has not ended yet, also if an earlier day was chosen. */
    private Filter filter(Staff who, Search search, Optional<Instant> day) {
        var now = clock.instant();
        var from = search.show().equals(AHEAD) ? day.filter(now::isBefore).or(() -> Optional.of(now)) : day;
        return new Filter(
                who.district().value(),
                Words.id(search.organisation()).map(OrganisationId::new).orElse(null),
                null,
                null,
                languages.known(search.language()).orElse(null),
                search.statuses(),
                from.orElse(null),
                search.show().equals("over") ? now : null,
                search.status().equals(DOUBTED));
    }

    private Rendering.Builder<?> page(Search search, Map<OrganisationId, String> names, Locale locale) {
        return DashboardViews.page("appointments")
                .modelAttribute("search", search)
                .modelAttribute("statuses", Words.words(AppointmentStatus.class))
                .modelAttribute("languages", languages.all(locale))
                .modelAttribute("organisations", OrganisationChoice.of(names));
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done,
            Locale locale) {
        return sheet.appointment(who, id)
                .flatMap(listed -> sheet.page(who, listed, Entered.NOTHING, locale))
                .map(page -> page.modelAttribute(
                                DashboardViews.DONE, done != null && KNOWN_TO_BE_DONE.contains(done) ? done : "")
                        .build());
    }
}
