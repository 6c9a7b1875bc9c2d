package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Hours.Day;
import de.dolmetscherhotline.evaluation.Hours.Statement;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
    private final EvaluationFiles files;

    HoursApi(Hours hours, EvaluationFiles files) {
        this.hours = hours;
        this.files = files;
    }

    @GetMapping
    @Operation(summary = "List the hours of all who interpreted, by name", description = WHAT)
    Mono<List<StatementView>> list(
            @Valid @ParameterObject PeriodQuery query,
            @Parameter(description = "only this member of the pool") @RequestParam(required = false) @Nullable
                    UUID interpreterId) {
        return hours.statements(query.district(), who(interpreterId), query.period())
                .map(all -> all.stream().map(StatementView::of).toList())
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    private static @Nullable InterpreterId who(@Nullable UUID interpreter) {
        return interpreter == null ? null : new InterpreterId(interpreter);
    }

    @GetMapping("/export")
    @Operation(summary = "Export the hours, by person and by day", description = WHAT)
    @TableFile
    Mono<ResponseEntity<byte[]>> export(
            @Valid @ParameterObject PeriodQuery query,
            @Parameter(description = "only this member of the pool") @RequestParam(required = false) @Nullable
                    UUID interpreterId,
            @TableFormat @RequestParam(defaultValue = "csv") Format format,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return files.hours(query.district(), who(interpreterId), query.period(), format, Downloads.locale(exchange))
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    @GetMapping("/pdf")
    @Operation(
            summary = "Print the hours, to be signed",
            description = "A sheet for each, on A4, tagged so that it can be read aloud. " + WHAT)
    @PrintedFile
    Mono<ResponseEntity<byte[]>> pdf(
            @Valid @ParameterObject PeriodQuery query,
            @Parameter(description = "only this member of the pool") @RequestParam(required = false) @Nullable
                    UUID interpreterId,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return files.printedHours(query.district(), who(interpreterId), query.period(), Downloads.locale(exchange))
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
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
