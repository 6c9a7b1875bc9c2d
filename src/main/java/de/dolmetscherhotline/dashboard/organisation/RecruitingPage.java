package de.dolmetscherhotline.dashboard.organisation;

import static java.util.stream.Collectors.groupingBy;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.pool.Coverage;
import de.dolmetscherhotline.pool.MemberNames;
import de.dolmetscherhotline.pool.MemberNames.Reserve;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.sheet.Spreadsheets;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** For which languages people are missing most, and who could be won: where unmet demand leads to. */
@DashboardPage(Role.VIEWER)
class RecruitingPage {

    static final String PATH = UnmetPage.PATH + "/recruiting";

    /** How far it looks back. */
    private static final Duration LATELY = Duration.ofDays(90);

    /** With fewer people who may be called, one illness leaves a language without anybody. */
    private static final int ENOUGH = 3;

    private final UnmetNeeds needs;
    private final Coverage coverage;
    private final MemberNames members;
    private final OfferedLanguages languages;
    private final Spreadsheets spreadsheets;
    private final MessageSource messages;
    private final Clock clock;

    RecruitingPage(
            UnmetNeeds needs,
            Coverage coverage,
            MemberNames members,
            OfferedLanguages languages,
            Spreadsheets spreadsheets,
            MessageSource messages,
            Clock clock) {
        this.needs = needs;
        this.coverage = coverage;
        this.members = members;
        this.languages = languages;
        this.spreadsheets = spreadsheets;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A language for which people are missing.
     *
     * @param unmet how often somebody was needed in vain, lately
     * @param routable how many may be called
     * @param thin whether that is too few
     * @param reserves who could be won
     */
    public record Gap(String name, long unmet, int routable, boolean thin, List<Person> reserves) {}

    /** Somebody who could be won, with keys of words. */
    public record Person(UUID id, String name, String status, String level) {

        private static Person of(Reserve reserve) {
            return new Person(
                    reserve.id().value(),
                    reserve.name(),
                    "organisations.status." + Words.word(reserve.status()),
                    "organisations.level." + Words.word(reserve.level()));
        }

        /** Without the name. */
        @Override
        public String toString() {
            return "Person " + id;
        }
    }

    @GetMapping(PATH)
    Mono<Rendering> page(@AuthenticationPrincipal Staff who, Locale locale) {
        return gaps(who, locale)
                .map(gaps -> DashboardViews.page("recruiting")
                        .modelAttribute("gaps", gaps)
                        .modelAttribute("days", LATELY.toDays())
                        .modelAttribute("at", clock.instant())
                        .build());
    }

    /** The same as a table, one row for each person, and one for a language without anybody. */
    @GetMapping(PATH + "/export")
    Mono<ResponseEntity<byte[]>> export(@AuthenticationPrincipal Staff who, Locale locale) {
        return gaps(who, locale)
                .map(gaps -> table(gaps, locale))
                .flatMap(table -> spreadsheets.work(() -> SheetFile.write(Format.CSV, table)))
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(Format.CSV.mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("recruiting.csv")
                                        .build()
                                        .toString())
                        .body(content));
    }

    /** What is needed most comes first, and of that what is covered least. */
    private Mono<List<Gap>> gaps(Staff who, Locale locale) {
        var now = clock.instant();
        return needs.byLanguage(who.district(), now.minus(LATELY))
                .zipWith(
                        coverage.of(who.district(), now)
                                .collectMap(Coverage.OfLanguage::language, Coverage.OfLanguage::routable),
                        Demand::new)
                .zipWith(
                        members.reserves(who.district()).collect(groupingBy(Reserve::language)),
                        (demand, reserves) -> demand.unmet().keySet().stream()
                                .map(language ->
                                        gap(language, demand, reserves.getOrDefault(language, List.of()), locale))
                                .sorted(Comparator.comparingLong(Gap::unmet)
                                        .reversed()
                                        .thenComparingInt(Gap::routable)
                                        .thenComparing(Gap::name))
                                .toList());
    }

    private record Demand(Map<Language, Long> unmet, Map<Language, Integer> routable) {}

    private Gap gap(Language language, Demand demand, List<Reserve> reserves, Locale locale) {
        int routable = demand.routable().getOrDefault(language, 0);
        return new Gap(
                languages.name(language, locale),
                demand.unmet().getOrDefault(language, 0L),
                routable,
                routable < ENOUGH,
                reserves.stream().map(Person::of).toList());
    }

    private List<List<Cell>> table(List<Gap> gaps, Locale locale) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Stream.of("language", "unmet.times", "unmet.routable", "unmet.person", "unmet.status", "unmet.level")
                .map(column -> text("organisations." + column, locale))
                .toList());
        for (var gap : gaps) {
            if (gap.reserves().isEmpty()) {
                rows.add(row(gap, Cell.empty(), Cell.empty(), Cell.empty()));
            }
            for (var person : gap.reserves()) {
                rows.add(row(
                        gap, Cell.text(person.name()), text(person.status(), locale), text(person.level(), locale)));
            }
        }
        return rows;
    }

    private static List<Cell> row(Gap gap, Cell name, Cell status, Cell level) {
        return List.of(Cell.text(gap.name()), number(gap.unmet()), number(gap.routable()), name, status, level);
    }

    private static Cell number(long value) {
        return new Cell.Numeral(BigDecimal.valueOf(value), null);
    }

    private Cell text(String key, Locale locale) {
        return Cell.text(messages.getMessage(key, null, locale));
    }
}
