package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.recruiting.roster.Rosters.Result;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/interpreters")
@Tag(name = "Import and export", description = "the pool of a district as a spreadsheet")
class RosterApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";
    private static final String ANY_FILE = "application/octet-stream";
    private static final String FORM = "multipart/form-data";
    private static final String WHAT =
            "CSV or XLSX, up to 2 MB and 5,000 rows; as the body, or as the part \"file\" of a"
                    + " form. The first row names the columns, as an export does. Whoever has a number of the pool is changed, in"
                    + " what the file has columns for; all others are added.";

    private final Rosters rosters;
    private final MessageSource messages;
    private final Clock clock;

    RosterApi(Rosters rosters, MessageSource messages, Clock clock) {
        this.rosters = rosters;
        this.messages = messages;
        this.clock = clock;
    }

    @PostMapping(
            path = "/import/preview",
            consumes = {CSV, XLSX, ANY_FILE, FORM})
    @Operation(
            summary = "See what an import would do",
            description = "Changes nothing. " + WHAT,
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
                            }))
    Mono<RosterView> preview(@RequestParam UUID districtId, @Parameter(hidden = true) ServerWebExchange exchange) {
        return Upload.of(exchange)
                .flatMap(file -> rosters.preview(new DistrictId(districtId), file))
                .switchIfEmpty(Mono.error(RosterApi::noSuchDistrict))
                .map(result -> previewed(result, locale(exchange)));
    }

    @PostMapping(
            path = "/import",
            consumes = {CSV, XLSX, ANY_FILE, FORM})
    @Operation(
            summary = "Import a list",
            description = "All of it or, if anything is wrong, nothing. The same file again changes nothing. " + WHAT,
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(responseCode = "200", description = "It is done.")
    @ApiResponse(responseCode = "422", description = "Something is wrong, as the errors say; nothing was changed.")
    Mono<RosterView> carryOut(@RequestParam UUID districtId, @Parameter(hidden = true) ServerWebExchange exchange) {
        return Upload.of(exchange)
                .flatMap(file -> rosters.carryOut(new DistrictId(districtId), file))
                .switchIfEmpty(Mono.error(RosterApi::noSuchDistrict))
                .map(result -> done(result, locale(exchange)));
    }

    @GetMapping("/export")
    @Operation(
            summary = "Export the pool of a district",
            description =
                    "In the shape that can be imported. In a CSV file a cell that a spreadsheet program would take for"
                            + " a formula begins with an apostrophe, which the import removes.")
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    Mono<ResponseEntity<byte[]>> export(
            @RequestParam UUID districtId,
            @Parameter(schema = @Schema(allowableValues = {"csv", "xlsx"})) @RequestParam(defaultValue = "csv")
                    Format format) {
        return rosters.export(new DistrictId(districtId), format)
                .switchIfEmpty(Mono.error(RosterApi::noSuchDistrict))
                .map(file -> file(file, format));
    }

    private ResponseEntity<byte[]> file(byte[] content, Format format) {
        var name =
                "dolmetscherpool-" + LocalDate.now(clock) + "." + format.name().toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private RosterView previewed(Result result, Locale locale) {
        return switch (result) {
            case Result.Good good -> RosterView.of(good.plan(), messages, locale);
            case Result.Refused refused -> RosterView.of(refused.plan(), messages, locale);
            case Result.Unreadable unreadable -> throw unreadable(unreadable, locale);
            case Result.Overtaken overtaken -> throw overtaken();
        };
    }

    private RosterView done(Result result, Locale locale) {
        return switch (result) {
            case Result.Good good -> RosterView.of(good.plan(), messages, locale);
            case Result.Refused refused ->
                throw Problems.unprocessable(
                        "Nothing was imported, because something in the file is wrong.",
                        RosterView.problems(refused.plan(), messages, locale));
            case Result.Unreadable unreadable -> throw unreadable(unreadable, locale);
            case Result.Overtaken overtaken -> throw overtaken();
        };
    }

    private RuntimeException unreadable(Result.Unreadable unreadable, Locale locale) {
        return Problems.unprocessable(
                "The file cannot be read.", List.of(RosterView.problem(unreadable.flaw(), messages, locale)));
    }

    private static RuntimeException overtaken() {
        return Problems.conflict("Somebody changed the pool at the same moment; nothing was imported. Try again.");
    }

    private static RuntimeException noSuchDistrict() {
        return Problems.invalid("districtId", "there is no such district");
    }

    private static Locale locale(ServerWebExchange exchange) {
        var asked = exchange.getLocaleContext().getLocale();
        return asked != null && asked.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
    }
}
