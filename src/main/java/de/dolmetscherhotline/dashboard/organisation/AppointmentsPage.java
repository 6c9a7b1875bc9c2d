package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.appointment.AppointmentList;
import de.dolmetscherhotline.appointment.AppointmentList.Filter;
import de.dolmetscherhotline.appointment.AppointmentList.Order;
import de.dolmetscherhotline.appointment.AppointmentStatus;
import de.dolmetscherhotline.dashboard.organisation.AppointmentSheet.Line;
import de.dolmetscherhotline.dashboard.organisation.ListSearches.Search;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The appointments of the organisations of the district, and each of them. */
@DashboardPage(Role.VIEWER)
@RequestMapping(AppointmentsPage.PATH)
class AppointmentsPage {

    static final String PATH = "/dashboard/appointments";
    static final Set<String> KNOWN_TO_BE_DONE = Set.of("booked", "cancelled", "substitution", "asked", "assigned");

    private static final int ON_A_PAGE = 50;
    private static final String AHEAD = "";
    private static final String OVER = "over";
    private static final String DOUBTED = "doubted";
    private static final List<String> STATUSES = Words.words(AppointmentStatus.class);

    private static final List<String> COLUMNS = List.of(
            "organisations.file.day",
            "organisations.file.time",
            "organisations.file.end",
            "organisations.language",
            "organisations.organisation",
            "organisations.appointments.place",
            "organisations.state",
            "organisations.appointments.who");

    /** What can be chosen; those ahead are shown unless something else is. */
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "show",
            Set.of(OVER, "all"),
            "status",
            Stream.concat(Stream.of(DOUBTED), STATUSES.stream()).collect(Collectors.toUnmodifiableSet()));

    private final AppointmentList appointments;
    private final AppointmentSheet sheet;
    private final ListSearches searches;
    private final ListFiles files;
    private final Clock clock;

    AppointmentsPage(
            AppointmentList appointments, AppointmentSheet sheet, ListSearches searches, ListFiles files, Clock clock) {
        this.appointments = appointments;
        this.sheet = sheet;
        this.searches = searches;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> list(@AuthenticationPrincipal Staff who, ServerWebExchange exchange, Locale locale) {
        return searches.of(who, exchange, CHOICES)
                .flatMap(search -> search.typed().isWrong()
                        ? Mono.just(page(who, search, List.of(), 0, locale)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .build())
                        : found(who, search, locale));
    }

    private Mono<Rendering> found(Staff who, Search search, Locale locale) {
        var filter = filter(who, search);
        return appointments
                .page(filter, order(search), ON_A_PAGE, (long) search.page() * ON_A_PAGE)
                .map(listed -> sheet.line(who, listed, search.names(), locale))
                .collectList()
                .zipWith(
                        appointments.count(filter),
                        (lines, count) ->
                                page(who, search, lines, count, locale).build());
    }

    /** All of them as a file. */
    @GetMapping("/export")
    Mono<ResponseEntity<byte[]>> export(
            @AuthenticationPrincipal Staff who,
            @RequestParam Format format,
            ServerWebExchange exchange,
            Locale locale) {
        return searches.of(who, exchange, CHOICES)
                .flatMap(Search::orRefused)
                .flatMap(search -> files.file(who, format, listed(who, search, locale), locale));
    }

    private ListFiles.Listed listed(Staff who, Search search, Locale locale) {
        return new ListFiles.Listed(
                "organisations.appointments.title",
                COLUMNS,
                appointments
                        .page(filter(who, search), order(search), ListFiles.MOST + 1, 0)
                        .map(listed -> sheet.line(who, listed, search.names(), locale))
                        .map(line -> row(line, locale)));
    }

    private List<Cell> row(Line line, Locale locale) {
        var place = line.place();
        return List.of(
                ListFiles.day(line.start()),
                ListFiles.time(line.start()),
                ListFiles.time(line.end()),
                Cell.text(line.language()),
                Cell.text(line.organisationName()),
                place == null ? files.word("organisations.by-phone", locale) : Cell.text(place),
                files.word(line.doubted() ? "organisations.appointments.doubted" : line.status(), locale),
                ListFiles.text(line.interpreter()));
    }

    private static Order order(Search search) {
        return show(search).equals(AHEAD) ? Order.EARLIEST_FIRST : Order.LATEST_FIRST;
    }

    /** Whatever is ahead has not ended yet, also if an earlier day was chosen, and whatever is over has begun. */
    private Filter filter(Staff who, Search search) {
        var now = clock.instant();
        var from = search.days().from(who.zone());
        var until = search.days().until(who.zone());
        var status = search.typed().value("status");
        return new Filter(
                who.district().value(),
                search.organisation(),
                null,
                null,
                searches.language(search),
                statuses(status),
                show(search).equals(AHEAD) ? from.filter(now::isBefore).orElse(now) : from.orElse(null),
                show(search).equals(OVER) ? until.filter(now::isAfter).orElse(now) : until.orElse(null),
                status.equals(DOUBTED));
    }

    private static String show(Search search) {
        return search.typed().value("show");
    }

    private static Set<AppointmentStatus> statuses(String status) {
        return status.equals(DOUBTED)
                ? Set.of(AppointmentStatus.CONFIRMED)
                : Words.constant(AppointmentStatus.class, status).map(Set::of).orElseGet(Set::of);
    }

    private Rendering.Builder<?> page(Staff who, Search search, List<Line> lines, long count, Locale locale) {
        return searches.page("appointments", search, locale)
                .modelAttribute("may", who.isAtLeast(Role.COORDINATOR))
                .modelAttribute("statuses", STATUSES)
                .modelAttribute("lines", lines)
                .modelAttribute("count", count)
                .modelAttribute("more", count > (search.page() + 1L) * ON_A_PAGE);
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
