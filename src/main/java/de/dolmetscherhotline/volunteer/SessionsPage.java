package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.language.PageLanguageNames;
import de.dolmetscherhotline.volunteer.OwnSessions.OwnSession;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What she has done, year by year. */
@Controller
class SessionsPage {

    static final String PATH = OwnPage.PATH + "/sessions";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.");

    private final OwnSessions sessions;
    private final PageLanguageNames names;
    private final Clock clock;

    SessionsPage(OwnSessions sessions, PageLanguageNames names, Clock clock) {
        this.sessions = sessions;
        this.names = names;
        this.clock = clock;
    }

    record SessionView(String day, String time, String language, boolean emergency, long minutes) {}

    record MonthView(String name, List<SessionView> sessions, String sum) {}

    /** All of a year; hours and minutes as {@code 3:05}. */
    record YearView(int year, List<MonthView> months, int count, String sum) {}

    @GetMapping(PATH)
    Mono<Rendering> sessions(Visitor visitor, Locale locale, @RequestParam(required = false) @Nullable String year) {
        int present = LocalDate.ofInstant(clock.instant(), visitor.zone()).getYear();
        return sessions.first(visitor.id())
                .map(first -> LocalDate.ofInstant(first, visitor.zone()).getYear())
                .defaultIfEmpty(present)
                .flatMap(first -> page(visitor, locale, chosen(year, first, present), first, present));
    }

    private Mono<Rendering> page(Visitor visitor, Locale locale, int year, int first, int present) {
        return sessions.between(visitor.id(), begin(year, visitor.zone()), begin(year + 1, visitor.zone()))
                .collectList()
                .map(all -> Pages.page("sessions", PATH, visitor)
                        .modelAttribute("shown", view(year, all, visitor.zone(), locale))
                        .modelAttribute("years", years(first, present))
                        .build());
    }

    private static int chosen(@Nullable String typed, int first, int present) {
        return typed != null && typed.matches("[0-9]{4}")
                ? Math.clamp(Integer.parseInt(typed), first, present)
                : present;
    }

    private static List<Integer> years(int first, int present) {
        return IntStream.rangeClosed(first, present)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Instant begin(int year, ZoneId zone) {
        return Year.of(year).atDay(1).atStartOfDay(zone).toInstant();
    }

    private YearView view(int year, List<OwnSession> all, ZoneId zone, Locale locale) {
        var months = all.stream()
                .collect(Collectors.groupingBy(
                        session -> session.began().atZone(zone).getMonth()));
        var views = months.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<Month, List<OwnSession>>::getKey)
                        .reversed())
                .map(month -> new MonthView(
                        month.getKey().getDisplayName(TextStyle.FULL_STANDALONE, locale),
                        month.getValue().stream()
                                .map(session -> view(session, zone, locale))
                                .toList(),
                        sum(month.getValue())))
                .toList();
        return new YearView(year, views, all.size(), sum(all));
    }

    private SessionView view(OwnSession session, ZoneId zone, Locale locale) {
        var began = session.began().atZone(zone);
        return new SessionView(
                began.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale) + " " + began.format(DAY),
                Clocks.field(began.toLocalTime()),
                names.of(session.language(), locale),
                session.emergency(),
                session.minutes());
    }

    private static String sum(List<OwnSession> sessions) {
        var minutes = sessions.stream().mapToLong(OwnSession::minutes).sum();
        return "%d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
