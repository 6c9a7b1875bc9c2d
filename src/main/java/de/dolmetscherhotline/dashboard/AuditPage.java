package de.dolmetscherhotline.dashboard;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditEntries;
import de.dolmetscherhotline.audit.AuditEntry;
import de.dolmetscherhotline.audit.AuditQuery;
import de.dolmetscherhotline.staff.Account;
import de.dolmetscherhotline.staff.Accounts;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Who saw or changed what, as far as the district's own staff and whoever is not bound to a district are concerned. */
@DashboardPage(Role.ADMINISTRATOR)
class AuditPage {

    static final String PATH = "/dashboard/audit";

    private static final int ON_A_PAGE = 50;
    private static final int LAST_PAGE = 1_000_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    private final AuditEntries entries;
    private final Accounts accounts;

    AuditPage(AuditEntries entries, Accounts accounts) {
        this.entries = entries;
        this.accounts = accounts;
    }

    /** What is sought, as it was typed. */
    record Typed(
            @Nullable String subject,
            @Nullable String account,
            @Nullable String action,
            @Nullable String from,
            @Nullable String to,
            @Nullable String page) {

        private Search search(ZoneId zone, List<Account> staff) {
            var first = day(from);
            var last = day(to);
            return new Search(
                    text(subject),
                    text(account),
                    text(action),
                    text(from),
                    text(to),
                    isEmptyOr(account, chosen(staff)) ? null : "dashboard.problem.choice",
                    isEmptyOr(action, known(action)) ? null : "dashboard.problem.choice",
                    isEmptyOr(subject, id(subject)) ? null : "dashboard.problem.id",
                    isEmptyOr(from, first) ? null : "dashboard.problem.day",
                    isEmptyOr(to, last) ? null : "dashboard.problem.day",
                    first.map(day -> day.atStartOfDay(zone).toInstant()).orElse(null),
                    last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                            .orElse(null));
        }

        private Optional<Account> chosen(List<Account> staff) {
            return staff.stream()
                    .filter(one -> one.id().toString().equals(text(account)))
                    .findFirst();
        }

        private int number() {
            return text(page).matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(text(page)), LAST_PAGE) : 0;
        }

        private static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "").strip();
        }

        /** In years with which the database and the clock can reckon. */
        private static boolean isNearby(LocalDate day) {
            return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
        }

        private static boolean isEmptyOr(@Nullable String typed, Optional<?> understood) {
            return text(typed).isEmpty() || understood.isPresent();
        }

        private static Optional<LocalDate> day(@Nullable String typed) {
            try {
                return text(typed).isEmpty()
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(text(typed))).filter(Typed::isNearby);
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }
    }

    /**
     * What is sought, and what is wrong with it.
     *
     * @param accountProblem key of what is wrong with who acted; null if nothing is
     * @param actionProblem the same of what was done
     * @param subjectProblem the same of the id
     * @param fromProblem the same of the first day
     * @param toProblem the same of the last day
     * @param since the first moment
     * @param until the first moment after
     */
    public record Search(
            String subject,
            String account,
            String action,
            String from,
            String to,
            @Nullable String accountProblem,
            @Nullable String actionProblem,
            @Nullable String subjectProblem,
            @Nullable String fromProblem,
            @Nullable String toProblem,
            @Nullable Instant since,
            @Nullable Instant until) {

        public boolean isWrong() {
            return accountProblem != null
                    || actionProblem != null
                    || subjectProblem != null
                    || fromProblem != null
                    || toProblem != null;
        }

        private AuditQuery query(Staff who) {
            return new AuditQuery(
                    id(subject).orElse(null),
                    id(account).orElse(null),
                    known(action).orElse(null),
                    since,
                    until,
                    who.district().value());
        }
    }

    /**
     * An entry as the page shows it.
     *
     * @param actor key of a word for who acted, if there is no name
     * @param action key of a word for what was done
     * @param named how many others the answer named
     */
    public record Line(
            String at,
            String actor,
            @Nullable String name,
            String action,
            String subject,
            @Nullable String subjectId,
            int named,
            @Nullable String detail,
            @Nullable String reason) {

        private static Line of(AuditEntry entry, ZoneId zone) {
            var subject = entry.subjectId();
            return new Line(
                    TIME.format(entry.at().atZone(zone)),
                    "dashboard.audit.actor." + word(entry.actor().kind()),
                    entry.actor().name(),
                    key(entry.action()),
                    entry.subjectKind(),
                    subject == null ? null : subject.toString(),
                    entry.shown().size(),
                    entry.detail(),
                    entry.reason());
        }
    }

    /** Something to choose from, with the key of its word or its name. */
    public record Choice(String value, String words) {}

    @GetMapping(PATH)
    Mono<Rendering> search(@AuthenticationPrincipal Staff who, @ModelAttribute Typed typed) {
        return accounts.of(who.district())
                .collectList()
                .flatMap(staff -> answer(who, typed.search(who.zone(), staff), typed.number(), staff));
    }

    private Mono<Rendering> answer(Staff who, Search search, int page, List<Account> staff) {
        return search.isWrong()
                ? Mono.just(page(search, staff, List.of(), 0, 0)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build())
                : found(who, search, page)
                        .zipWith(
                                entries.count(search.query(who)),
                                (lines, count) ->
                                        page(search, staff, lines, page, count).build());
    }

    private Mono<List<Line>> found(Staff who, Search search, int page) {
        return entries.page(search.query(who), ON_A_PAGE, (long) page * ON_A_PAGE)
                .map(entry -> Line.of(entry, who.zone()))
                .collectList();
    }

    private static Rendering.Builder<?> page(
            Search search, List<Account> staff, List<Line> lines, int page, long count) {
        return DashboardViews.page("audit")
                .modelAttribute("search", search)
                .modelAttribute(
                        "accounts",
                        staff.stream()
                                .map(account -> new Choice(account.id().toString(), account.name()))
                                .toList())
                .modelAttribute(
                        "actions",
                        Arrays.stream(Action.values())
                                .map(action -> new Choice(word(action), key(action)))
                                .toList())
                .modelAttribute("lines", lines)
                .modelAttribute("page", page)
                .modelAttribute("count", count)
                .modelAttribute("more", count > (page + 1L) * ON_A_PAGE);
    }

    private static String key(Action action) {
        return "dashboard.audit.action." + word(action);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Action> known(@Nullable String typed) {
        return Arrays.stream(Action.values())
                .filter(one -> word(one).equals(Typed.text(typed)))
                .findFirst();
    }

    private static Optional<UUID> id(@Nullable String typed) {
        try {
            return Optional.of(UUID.fromString(Typed.text(typed)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
