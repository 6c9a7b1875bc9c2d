package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Hours.Day;
import de.dolmetscherhotline.evaluation.Hours.Statement;
import de.dolmetscherhotline.evaluation.Hours.Sum;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.sheet.SheetFile.Tab;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/evaluation/hours")
@Tag(name = "Volunteers' hours", description = "who interpreted when and for how long, without a word about who called")
class HoursApi {

    private static final String WHAT =
            "Conversations by telephone, of which each begun minute counts, and appointments on site that were held, with the time"
                    + " agreed. Appointments by telephone are conversations. By the day on which they began.";

    private final Hours hours;
    private final Districts districts;
    private final Downloads downloads;
    private final Words words;

    HoursApi(Hours hours, Districts districts, Downloads downloads, Words words) {
        this.hours = hours;
        this.districts = districts;
        this.downloads = downloads;
        this.words = words;
    }

    @GetMapping
    @Operation(summary = "List the hours of all who interpreted, by name", description = WHAT)
    Mono<List<StatementView>> list(
            @Valid @ParameterObject PeriodQuery query,
            @Parameter(description = "only this member of the pool") @RequestParam(required = false) @Nullable
                    UUID interpreterId) {
        return statements(query, interpreterId)
                .map(all -> all.stream().map(StatementView::of).toList());
    }

    private Mono<List<Statement>> statements(PeriodQuery query, @Nullable UUID interpreter) {
        var period = query.period();
        var who = interpreter == null ? null : new InterpreterId(interpreter);
        return districts
                .byId(query.district())
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict))
                .flatMap(found -> hours.of(found.id(), who, period).collectList());
    }

    @GetMapping("/export")
    @Operation(summary = "Export the hours, by person and by day", description = WHAT)
    @ApiResponse(
            responseCode = "200",
            description = "The file; a workbook has one sheet with the sums and one with the days.",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary"))
            })
    Mono<ResponseEntity<byte[]>> export(
            @Valid @ParameterObject PeriodQuery query,
            @Parameter(description = "only this member of the pool") @RequestParam(required = false) @Nullable
                    UUID interpreterId,
            @Parameter(schema = @Schema(allowableValues = {"csv", "xlsx"})) @RequestParam(defaultValue = "csv")
                    Format format,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        var locale = Downloads.locale(exchange);
        var name = "stunden-" + query.from() + "-" + query.to();
        return statements(query, interpreterId)
                .flatMap(all -> downloads.of(name, format, List.of(sums(all, locale), days(all, locale))));
    }

    private Tab sums(List<Statement> all, Locale locale) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(columns(Stream.of("name"), locale));
        all.forEach(statement -> rows.add(row(Stream.of(Cell.text(statement.name())), statement.sum())));
        return new Tab(words.text("evaluation.tab.sums", locale), rows);
    }

    private Tab days(List<Statement> all, Locale locale) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(columns(Stream.of("name", "day"), locale));
        for (var statement : all) {
            for (var day : statement.days()) {
                rows.add(row(Stream.of(Cell.text(statement.name()), new Cell.Day(day.day())), sum(day)));
            }
        }
        return new Tab(words.text("evaluation.tab.days", locale), rows);
    }

    private List<Cell> columns(Stream<String> first, Locale locale) {
        return Stream.concat(first, Stream.of("sessions", "minutes", "appointments", "on-site-minutes", "all-minutes"))
                .map(column -> Cell.text(words.text("evaluation.column." + column, locale)))
                .toList();
    }

    private static List<Cell> row(Stream<Cell> first, Sum sum) {
        var numbers =
                IntStream.of(sum.sessions(), sum.minutes(), sum.appointments(), sum.onSiteMinutes(), sum.allMinutes());
        return Stream.concat(first, numbers.mapToObj(number -> new Cell.Numeral(BigDecimal.valueOf(number), null)))
                .toList();
    }

    private static Sum sum(Day day) {
        return new Sum(day.sessions(), day.minutes(), day.appointments(), day.onSiteMinutes());
    }

    @Schema(name = "HoursStatement")
    record StatementView(
            InterpreterId interpreterId,
            String name,
            int sessions,
            int minutes,
            int appointments,
            int onSiteMinutes,
            List<DayView> days) {

        private static StatementView of(Statement statement) {
            var sum = statement.sum();
            return new StatementView(
                    statement.interpreter(),
                    statement.name(),
                    sum.sessions(),
                    sum.minutes(),
                    sum.appointments(),
                    sum.onSiteMinutes(),
                    statement.days().stream().map(DayView::of).toList());
        }
    }

    @Schema(name = "HoursDay")
    record DayView(
            LocalDate day,

            @Schema(description = "conversations by telephone")
            int sessions,

            int minutes,
            @Schema(description = "on site") int appointments,
            int onSiteMinutes) {

        private static DayView of(Day day) {
            return new DayView(day.day(), day.sessions(), day.minutes(), day.appointments(), day.onSiteMinutes());
        }
    }
}
