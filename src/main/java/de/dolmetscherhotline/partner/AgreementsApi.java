package de.dolmetscherhotline.partner;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.KnownLanguage;
import de.dolmetscherhotline.line.OpeningHours;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.platform.Responses.Created;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(AgreementsApi.PATH)
@Tag(name = "Agreements", description = "which district helps which with its pool, and how often it did")
class AgreementsApi {

    static final String PATH = "/api/v1/agreements";

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(Map.of(
            "agreement_pair_key", () -> Problems.conflict("There is an agreement of these two already."),
            "agreement_not_with_oneself", () -> Problems.invalid("partnerId", "must be another district"),
            "agreement_district_id_fkey", () -> Problems.invalid("districtId", "there is no such district"),
            "agreement_partner_id_fkey", () -> Problems.invalid("partnerId", "there is no such district")));

    private final Agreements agreements;

    AgreementsApi(Agreements agreements) {
        this.agreements = agreements;
    }

    @PostMapping
    @Operation(
            summary = "Add an agreement",
            description = "It holds in one direction; districts that help each other need two.")
    Mono<ResponseEntity<Created>> add(@Valid @RequestBody NewAgreement body) {
        Agreement agreement = body.as(UUID.randomUUID());
        return agreements
                .add(agreement)
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .thenReturn(Responses.created(PATH, agreement.id()));
    }

    @GetMapping
    @Operation(summary = "List agreements, those of a district in the order in which its partners are asked")
    Mono<ResponseEntity<List<AgreementView>>> list(
            @Valid @ParameterObject PageQuery query,
            @Parameter(description = "only those that help this district") @RequestParam(required = false) @Nullable
                    UUID districtId) {
        DistrictId helped = districtId == null ? null : new DistrictId(districtId);
        return Responses.listed(
                agreements.page(helped, query.limit(), query.offset()).map(AgreementView::of),
                agreements.count(helped));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at an agreement")
    Mono<AgreementView> one(@PathVariable UUID id) {
        return agreements
                .byId(id)
                .map(AgreementView::of)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("agreement")));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace an agreement")
    Mono<AgreementView> replace(@PathVariable UUID id, @Valid @RequestBody NewAgreement body) {
        return agreements
                .replace(body.as(id))
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .then(Mono.defer(() -> one(id)));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove an agreement", description = "The calls that came of it stay in the session log.")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        return Responses.removed(agreements.remove(id), "agreement");
    }

    @JsonIgnoreProperties({"id", "callsToday", "callsTotal"})
    record NewAgreement(
            @Schema(description = "who is helped") @NotNull DistrictId districtId,

            @Schema(description = "who helps; another district") @NotNull
            DistrictId partnerId,

            @Schema(description = "partners with a lower one are asked first") @NotNull @PositiveOrZero
            Integer position,

            @Schema(description = "for which the partner helps; none = all") @Nullable @Size(max = 100)
            List<@NotNull @KnownLanguage Language> languages,

            @Schema(description = "when the partner helps, as wall time of the partner; null = always") @Nullable
            OpeningHours hours,

            @Schema(description = "conversations after which it is enough for the day; null = no limit")
            @Nullable
            @Positive
            Integer callsPerDay,

            @Schema(description = "whether it is in force; default true") @Nullable
            Boolean active) {

        private Agreement as(UUID id) {
            return new Agreement(
                    id,
                    districtId,
                    partnerId,
                    position,
                    languages == null
                            ? List.of()
                            : languages.stream().distinct().toList(),
                    hours,
                    callsPerDay,
                    !Boolean.FALSE.equals(active));
        }
    }

    @Schema(name = "Agreement")
    record AgreementView(
            UUID id,
            @Schema(description = "who is helped") DistrictId districtId,
            @Schema(description = "who helps") DistrictId partnerId,
            int position,

            @Schema(description = "for which the partner helps; none = all")
            List<Language> languages,

            @Schema(description = "wall time of the partner; null = always") @Nullable
            OpeningHours hours,

            @Nullable Integer callsPerDay,
            boolean active,

            @Schema(description = "conversations since the partner's midnight")
            long callsToday,

            @Schema(description = "conversations since the beginning")
            long callsTotal) {

        private static AgreementView of(Help help) {
            Agreement agreement = help.agreement();
            return new AgreementView(
                    agreement.id(),
                    agreement.districtId(),
                    agreement.partnerId(),
                    agreement.position(),
                    agreement.languages(),
                    agreement.hours(),
                    agreement.callsPerDay(),
                    agreement.active(),
                    help.callsToday(),
                    help.callsTotal());
        }
    }
}
