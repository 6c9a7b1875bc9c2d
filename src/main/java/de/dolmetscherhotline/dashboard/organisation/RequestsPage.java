package de.dolmetscherhotline.dashboard.organisation;

import static de.dolmetscherhotline.dashboard.organisation.Words.text;

import de.dolmetscherhotline.dashboard.organisation.ListFiles.Listed;
import de.dolmetscherhotline.dashboard.organisation.ListSearches.Search;
import de.dolmetscherhotline.dashboard.organisation.RequestSheet.Line;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.request.RequestStatus;
import de.dolmetscherhotline.request.Requests;
import de.dolmetscherhotline.request.Requests.Filter;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.EnumSet;
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

/** What the organisations of the district asked for in writing, and each of it. */
@DashboardPage(Role.VIEWER)
@RequestMapping(RequestsPage.PATH)
class RequestsPage {

    static final String PATH = "/dashboard/requests";
    static final String CANCELLED = "cancelled";

    private static final int ON_A_PAGE = 50;

    private static final String OPEN = "open";
    private static final String OVER = "over";

    private static final List<String> STATUSES = Words.words(EnumSet.complementOf(EnumSet.of(RequestStatus.ENDED)));

    /** Without what only calls by telephone come to. */
    private static final List<String> OUTCOMES = Words.words(EnumSet.complementOf(EnumSet.of(
            Outcome.ABANDONED_CHOOSING,
            Outcome.NO_LANGUAGE_CHOSEN,
            Outcome.REFUSED_TOO_MANY_PINS,
            Outcome.REFUSED_UNKNOWN_CALLER,
            Outcome.UNKNOWN_LINE)));

    private static final List<String> COLUMNS = List.of(
            "organisations.file.day",
            "organisations.file.time",
            "organisations.language",
            "organisations.emergency",
            "organisations.organisation",
            "organisations.state");
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "show",
            Stream.concat(Stream.of(OPEN, OVER), STATUSES.stream()).collect(Collectors.toUnmodifiableSet()),
            "outcome",
            Set.copyOf(OUTCOMES));

    private final Requests requests;
    private final RequestSheet sheet;
    private final ListSearches searches;
    private final ListFiles files;

    RequestsPage(Requests requests, RequestSheet sheet, ListSearches searches, ListFiles files) {
        this.requests = requests;
        this.sheet = sheet;
        this.searches = searches;
        this.files = files;
    }

    @GetMapping
    Mono<Rendering> list(@AuthenticationPrincipal Staff who, ServerWebExchange exchange, Locale locale) {
        return searches.of(who, exchange, CHOICES)
                .flatMap(search -> search.typed().isWrong()
                        ? Mono.just(page(search, List.of(), 0, locale)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .build())
                        : found(who, search, locale));
    }

    private Mono<Rendering> found(Staff who, Search search, Locale locale) {
        var filter = filter(who, search);
        return requests.page(filter, ON_A_PAGE, (long) search.page() * ON_A_PAGE)
                .map(request -> sheet.line(request, search.names(), locale))
                .collectList()
                .zipWith(
                        requests.count(filter),
                        (lines, count) -> page(search, lines, count, locale).build());
    }

    private Filter filter(Staff who, Search search) {
        var show = search.typed().value("show");
        return new Filter(
                search.organisation(),
                isOpen(show),
                Words.constant(RequestStatus.class, show).orElse(null),
                Words.constant(Outcome.class, search.typed().value("outcome")).orElse(null),
                searches.language(search),
                who.district(),
                search.days().from(who.zone()).orElse(null),
                search.days().until(who.zone()).orElse(null));
    }

    private static @Nullable Boolean isOpen(String show) {
        return switch (show) {
            case OPEN -> true;
            case OVER -> false;
            default -> null;
        };
    }

    /** All of them as a file, without the number that is rung. */
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

    private Listed listed(Staff who, Search search, Locale locale) {
        return new Listed(
                "organisations.requests.title",
                COLUMNS,
                requests.page(filter(who, search), ListFiles.MOST + 1, 0)
                        .map(request -> sheet.line(request, search.names(), locale))
                        .map(line -> row(who, line, locale)));
    }

    private List<Cell> row(Staff who, Line line, Locale locale) {
        var at = line.at().atZone(who.zone());
        return List.of(
                ListFiles.day(at),
                ListFiles.time(at),
                Cell.text(line.language()),
                files.yesOrNo(line.emergency(), locale),
                Cell.text(line.organisationName()),
                files.word(line.status(), locale));
    }

    private Rendering.Builder<?> page(Search search, List<Line> lines, long count, Locale locale) {
        return searches.page("requests", search, locale)
                .modelAttribute("statuses", STATUSES)
                .modelAttribute("outcomes", OUTCOMES)
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
        return sheet.request(who, id)
                .flatMap(request -> sheet.page(who, request, Entered.NOTHING, locale))
                .map(page -> page.modelAttribute(DashboardViews.DONE, text(done).equals(CANCELLED) ? CANCELLED : "")
                        .build());
    }
}
