package de.dolmetscherhotline.dashboard;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditEntries;
import de.dolmetscherhotline.audit.AuditQuery;
import de.dolmetscherhotline.dashboard.Names.Named;
import de.dolmetscherhotline.staff.Account;
import de.dolmetscherhotline.staff.Accounts;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private static final int MOST_NAMES = 50;
    private static final int LAST_PAGE = 1_000_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;

    private final AuditEntries entries;
    private final Accounts accounts;
    private final Names names;

    AuditPage(AuditEntries entries, Accounts accounts, Names names) {
        this.entries = entries;
        this.accounts = accounts;
        this.names = names;
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

        private static String text(@Nullable String typed) {
            // what PostgreSQL takes in no text is left out
            return Objects.requireNonNullElse(typed, "").replace("\0", "").strip();
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
     * @param subject an id, or part of a name
     * @param accountProblem key of what is wrong with who acted; null if nothing is
     * @param actionProblem the same of what was done
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
            @Nullable String fromProblem,
            @Nullable String toProblem,
            @Nullable Instant since,
            @Nullable Instant until) {

        public boolean isWrong() {
            return accountProblem != null || actionProblem != null || fromProblem != null || toProblem != null;
        }

        private AuditQuery query(Staff who, @Nullable Set<UUID> subjects) {
            return new AuditQuery(
                    subjects,
                    id(account).orElse(null),
                    known(action).orElse(null),
                    since,
                    until,
                    who.district().value());
        }
    }

    /**
     * Whom or what entries are sought of.
     *
     * @param ids null = it does not matter
     * @param named those whose name fits; nobody if it is an id that is sought
     * @param tooMany whether more names would fit
     */
    public record Sought(@Nullable Set<UUID> ids, List<Named> named, boolean tooMany) {

        private static final Sought EVERYTHING = new Sought(null, List.of(), false);

        private static Sought of(UUID id) {
            return new Sought(Set.of(id), List.of(), false);
        }

        private static Sought of(List<Named> fitting) {
            var named = fitting.stream().limit(MOST_NAMES).toList();
            return new Sought(
                    named.stream().map(Named::id).collect(Collectors.toSet()), named, fitting.size() > MOST_NAMES);
        }

        public boolean isNobody() {
            return ids != null && ids.isEmpty();
        }
    }

    /** A part of the entries that were found, and how many there are. */
    private record Found(List<AuditLine> lines, long count) {

        private static final Found NOTHING = new Found(List.of(), 0);
    }

    /** Something to choose from, with the key of its word or its name. */
    public record Choice(String value, String words) {}

    @GetMapping(PATH)
    Mono<Rendering> search(@AuthenticationPrincipal Staff who, @ModelAttribute Typed typed) {
        return accounts.of(who.district())
                .collectList()
                .flatMap(staff -> answer(who, typed.search(who.zone(), staff), number(typed.page()), staff));
    }

    private Mono<Rendering> answer(Staff who, Search search, int page, List<Account> staff) {
        return search.isWrong()
                ? Mono.just(page(search, staff, Sought.EVERYTHING, Found.NOTHING, 0)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build())
                : sought(who, search)
                        .flatMap(sought -> found(who, search, sought, page)
                                .map(found ->
                                        page(search, staff, sought, found, page).build()));
    }

    /** Of whom or what entries are sought. */
    private Mono<Sought> sought(Staff who, Search search) {
        if (search.subject().isEmpty()) {
            return Mono.just(Sought.EVERYTHING);
        }
        return id(search.subject())
                .map(id -> Mono.just(Sought.of(id)))
                .orElseGet(() -> names.find(who.district(), search.subject(), MOST_NAMES + 1)
                        .collectList()
                        .map(Sought::of));
    }

    private Mono<Found> found(Staff who, Search search, Sought sought, int page) {
        if (sought.isNobody()) {
            return Mono.just(Found.NOTHING);
        }
        var query = search.query(who, sought.ids());
        return entries.page(query, ON_A_PAGE, (long) page * ON_A_PAGE)
                .map(entry -> AuditLine.of(entry, who.zone()))
                .collectList()
                .zipWith(entries.count(query), Found::new);
    }

    private static Rendering.Builder<?> page(Search search, List<Account> staff, Sought sought, Found found, int page) {
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
                                .map(action -> new Choice(word(action), AuditLine.key(action)))
                                .toList())
                .modelAttribute("sought", sought)
                .modelAttribute("lines", found.lines())
                .modelAttribute("page", page)
                .modelAttribute("count", found.count())
                .modelAttribute("more", found.count() > (page + 1L) * ON_A_PAGE);
    }

    /** Which page of a list, from 0. */
    static int number(@Nullable String typed) {
        var text = Typed.text(typed);
        return text.matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(text), LAST_PAGE) : 0;
    }

    static String word(Enum<?> constant) {
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
