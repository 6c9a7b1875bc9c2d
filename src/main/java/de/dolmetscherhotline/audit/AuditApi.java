package de.dolmetscherhotline.audit;

import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Responses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit trail", description = "who saw or changed what")
class AuditApi {

    private final AuditEntries entries;

    AuditApi(AuditEntries entries) {
        this.entries = entries;
    }

    @GetMapping
    @Operation(
            summary = "List who saw or changed what, newest first",
            description =
                    "Nobody can change or delete it. Why something was done can be said in the header Audit-Reason"
                            + " of each request.")
    Mono<ResponseEntity<List<EntryView>>> list(
            @Valid @ParameterObject PageQuery query, @Valid @ParameterObject Filter filter) {
        var sought = filter.query();
        return Responses.listed(
                entries.page(sought, query.limit(), query.offset()).map(EntryView::of), entries.count(sought));
    }

    record Filter(
            @Parameter(description = "of or with whom or what, by id; exports hold everybody") @Nullable
            UUID subject,

            @Parameter(description = "who, by the id of an account or key") @Nullable
            UUID account,

            @Nullable Action action,

            @Parameter(description = "the first moment") @Nullable
            Instant from,

            @Parameter(description = "the first moment after") @Nullable
            Instant to) {

        private AuditQuery query() {
            return new AuditQuery(subject == null ? null : Set.of(subject), account, action, from, to, null);
        }
    }

    @Schema(name = "AuditEntry")
    record EntryView(
            long id,
            Instant at,
            Actor.Kind actor,

            @Schema(description = "of the account or key") @Nullable
            UUID actorId,

            @Schema(description = "as it was then") @Nullable
            String actorName,

            Action action,

            @Schema(description = "as in addresses of this API", example = "interpreters")
            String subject,

            @Nullable UUID subjectId,

            @Schema(description = "whatever else was shown with it")
            List<UUID> shown,

            @Schema(example = "GET /api/v1/interpreters/{id}") @Nullable
            String detail,

            @Nullable String reason) {

        private static EntryView of(AuditEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.actor().kind(),
                    entry.actor().id(),
                    entry.actor().name(),
                    entry.action(),
                    entry.subjectKind(),
                    entry.subjectId(),
                    entry.shown(),
                    entry.detail(),
                    entry.reason());
        }
    }
}
