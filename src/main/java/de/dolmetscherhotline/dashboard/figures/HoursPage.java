package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.evaluation.EvaluationFiles;
import de.dolmetscherhotline.evaluation.Hours;
import de.dolmetscherhotline.evaluation.Hours.Statement;
import de.dolmetscherhotline.evaluation.Hours.Sum;
import de.dolmetscherhotline.evaluation.Hours.Total;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The hours of volunteers, for their allowance: of all, and the statement of one. */
@DashboardPage(Role.VIEWER)
@RequestMapping(HoursPage.PATH)
class HoursPage {

    static final String PATH = "/dashboard/hours";

    private static final Preset USUAL = Preset.LAST_MONTH;

    private final Hours hours;
    private final EvaluationFiles files;
    private final PeriodPages pages;

    HoursPage(Hours hours, EvaluationFiles files, PeriodPages pages) {
        this.hours = hours;
        this.files = files;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> all(@AuthenticationPrincipal Staff who, @ModelAttribute ChosenPeriod.Typed typed, Locale locale) {
        return pages.page(
                "hours",
                pages.chosen(who, typed, USUAL),
                locale,
                period -> hours.totals(who.district(), period)
                        .collectList()
                        .map(found -> Map.of("statements", found, "sum", sum(found))));
    }

    private static Sum sum(List<Total> totals) {
        return totals.stream().map(Total::sum).reduce(Sum.NONE, Sum::plus);
    }

    /** The statement of one member of the pool, also where there is nothing to state. */
    @GetMapping("/{id}")
    Mono<Rendering> one(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @ModelAttribute ChosenPeriod.Typed typed,
            Locale locale) {
        var member = new InterpreterId(id);
        return name(who, member)
                .flatMap(name -> pages.page(
                        "statement",
                        pages.chosen(who, typed, USUAL),
                        locale,
                        period -> hours.statements(who.district(), member, period)
                                .map(found -> Map.of("statement", first(found, member, name)))));
    }

    private static Statement first(List<Statement> found, InterpreterId member, String name) {
        return found.isEmpty() ? new Statement(member, name, List.of()) : found.getFirst();
    }

    private Mono<String> name(Staff who, InterpreterId member) {
        return hours.name(who.district(), member)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @GetMapping("/export")
    Mono<ResponseEntity<byte[]>> exportAll(
            @AuthenticationPrincipal Staff who,
            @ModelAttribute ChosenPeriod.Typed typed,
            @RequestParam FileKind format,
            Locale locale) {
        return export(who, null, typed, format, locale);
    }

    @GetMapping("/{id}/export")
    Mono<ResponseEntity<byte[]>> exportOne(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @ModelAttribute ChosenPeriod.Typed typed,
            @RequestParam FileKind format,
            Locale locale) {
        var member = new InterpreterId(id);
        return name(who, member).flatMap(name -> export(who, member, typed, format, locale));
    }

    private Mono<ResponseEntity<byte[]>> export(
            Staff who, @Nullable InterpreterId member, ChosenPeriod.Typed typed, FileKind format, Locale locale) {
        return pages.file(pages.chosen(who, typed, USUAL), period -> switch (format) {
            case CSV -> files.hours(who.district(), member, period, Format.CSV, locale);
            case XLSX -> files.hours(who.district(), member, period, Format.XLSX, locale);
            case PDF -> files.printedHours(who.district(), member, period, locale);
        });
    }
}
