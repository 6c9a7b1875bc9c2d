package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.recruiting.roster.Rosters;
import de.dolmetscherhotline.recruiting.roster.Rosters.Result;
import de.dolmetscherhotline.recruiting.roster.Upload;
import de.dolmetscherhotline.recruiting.roster.Uploads;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pool as a spreadsheet: looked at before it is imported, and exported in the same shape. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(InterpretersPage.PATH)
class ImportPage {

    static final String PATH = InterpretersPage.PATH + "/import";

    private final Rosters rosters;
    private final Uploads uploads;
    private final ImportPreviews previews;
    private final AuditTrail trail;
    private final Clock clock;

    ImportPage(Rosters rosters, Uploads uploads, ImportPreviews previews, AuditTrail trail, Clock clock) {
        this.rosters = rosters;
        this.uploads = uploads;
        this.previews = previews;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/import")
    @RecordsItself("shows nobody")
    Rendering form(@RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done) {
        return page(null, null, "imported".equals(done) ? "imported" : "").build();
    }

    /** What an import would do; the file is kept, so that it need not be chosen again. */
    @PostMapping("/import/preview")
    Mono<Rendering> preview(@AuthenticationPrincipal Staff who, ServerWebExchange exchange, Locale locale) {
        return Upload.of(exchange)
                .flatMap(file ->
                        rosters.preview(who.district(), file).flatMap(result -> previewed(who, file, result, locale)))
                .onErrorResume(
                        ErrorResponseException.class,
                        unread -> Mono.just(page(null, null, "")
                                .modelAttribute("problem", "pool.problem.file")
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .build()));
    }

    private Mono<Rendering> previewed(Staff who, byte[] file, Result result, Locale locale) {
        var preview = previews.of(result, locale);
        return preview.isGood()
                ? uploads.keep(who.district(), who.id().value(), file)
                        .map(id -> page(preview, id, "").build())
                : Mono.just(refused(preview));
    }

    /** Which of the files that were kept. */
    record Chosen(@Nullable UUID upload, @Nullable String reason) {}

    /** A whole file is read and planned anew: it is recorded before it begins, as no transaction waits for that. */
    @PostMapping("/import")
    @RecordsItself("recorded before it begins")
    Mono<Rendering> carryOut(@AuthenticationPrincipal Staff who, @ModelAttribute Chosen chosen, Locale locale) {
        return Mono.justOrEmpty(chosen.upload())
                .flatMap(id -> uploads.take(who.district(), who.id().value(), id))
                .flatMap(file -> record(who, chosen).then(Mono.defer(() -> rosters.carryOut(who.district(), file))))
                .map(result -> answer(result, locale))
                .defaultIfEmpty(page(null, null, "")
                        .modelAttribute("problem", "pool.problem.file-gone")
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    private Mono<Void> record(Staff who, Chosen chosen) {
        return trail.record(
                who.actor(), Action.CHANGED, Reference.toAll("interpreters"), "POST " + PATH, chosen.reason());
    }

    private Rendering answer(Result result, Locale locale) {
        return switch (result) {
            case Result.Good good -> DashboardViews.done(PATH, "imported");
            case Result.Refused refused -> refused(previews.of(refused, locale));
            case Result.Unreadable unreadable -> refused(previews.of(unreadable, locale));
            case Result.Overtaken overtaken ->
                page(null, null, "")
                        .modelAttribute("problem", "pool.problem.overtaken")
                        .status(HttpStatus.CONFLICT)
                        .build();
        };
    }

    @GetMapping("/export")
    Mono<ResponseEntity<byte[]>> export(
            @AuthenticationPrincipal Staff who, @RequestParam(required = false) @Nullable String format) {
        var kind = Typed.constant(Format.class, Typed.text(format)).orElse(Format.XLSX);
        var name = "dolmetscherpool-" + LocalDate.now(clock.withZone(who.zone())) + "." + Typed.word(kind);
        return rosters.export(who.district(), kind)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(kind.mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(file));
    }

    private static Rendering refused(ImportPreviews.Preview preview) {
        return page(preview, null, "").status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }

    private static Rendering.Builder<?> page(
            ImportPreviews.@Nullable Preview preview, @Nullable UUID upload, String done) {
        var page = DashboardViews.page("pool/import")
                .modelAttribute("path", PATH)
                .modelAttribute(DashboardViews.DONE, done);
        if (preview != null) {
            page.modelAttribute("preview", preview);
        }
        if (upload != null) {
            page.modelAttribute("upload", upload.toString());
        }
        return page;
    }
}
