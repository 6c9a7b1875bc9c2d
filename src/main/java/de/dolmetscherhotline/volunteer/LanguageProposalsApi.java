package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.volunteer.LanguageProposal.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/language-proposals")
@Tag(name = "Language proposals", description = "what volunteers would like changed about their languages")
class LanguageProposalsApi {

    private static final String WHAT = "open language proposal";

    private final LanguageProposals proposals;
    private final LanguageDecisions decisions;

    LanguageProposalsApi(LanguageProposals proposals, LanguageDecisions decisions) {
        this.proposals = proposals;
        this.decisions = decisions;
    }

    @GetMapping
    @Operation(summary = "List language proposals, oldest first")
    Mono<ResponseEntity<List<ProposalView>>> list(
            @Valid @ParameterObject PageQuery query,
            @Parameter(description = "only these; without it all") @RequestParam(required = false) @Nullable
                    Status status,
            @Parameter(description = "only of members of this district's pool")
                    @RequestParam(required = false)
                    @Nullable
                    UUID districtId) {
        var district = districtId == null ? null : new DistrictId(districtId);
        return Responses.listed(
                proposals.page(status, district, query.limit(), query.offset()).map(ProposalView::of),
                proposals.count(status, district));
    }

    @PostMapping("/{id}/accept")
    @Operation(summary = "Agree to a language proposal", description = "Changes the languages of the interpreter.")
    Mono<ResponseEntity<Void>> accept(@PathVariable UUID id, @Valid @RequestBody Decision body) {
        return Responses.removed(decisions.accept(id, body.answer()), WHAT);
    }

    @PostMapping("/{id}/refuse")
    @Operation(summary = "Refuse a language proposal", description = "Nothing changes but the proposal.")
    Mono<ResponseEntity<Void>> refuse(@PathVariable UUID id, @Valid @RequestBody Decision body) {
        return Responses.removed(decisions.refuse(id, body.answer()), WHAT);
    }

    @Schema(name = "LanguageDecision")
    record Decision(
            @Schema(description = "shown to the volunteer")
            @Nullable
            @Size(max = 300)
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String answer) {}

    @Schema(name = "LanguageProposal")
    record ProposalView(
            UUID id,
            InterpreterId interpreterId,
            Language language,

            @Schema(description = "null = does not interpret it any more") @Nullable
            LanguageLevel level,

            @Schema(description = "the volunteer's own words") @Nullable
            String note,

            Status status,
            Instant proposedAt,
            @Nullable Instant decidedAt,

            @Schema(description = "the coordinator's words to the volunteer") @Nullable
            String answer) {

        private static ProposalView of(LanguageProposal proposal) {
            return new ProposalView(
                    proposal.id(),
                    proposal.who(),
                    proposal.language(),
                    proposal.level(),
                    proposal.note(),
                    proposal.status(),
                    proposal.proposedAt(),
                    proposal.decidedAt(),
                    proposal.answer());
        }
    }
}
