package de.dolmetscherhotline.line;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.KnownLanguage;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.Dialable;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
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
@RequestMapping(LinesApi.PATH)
@Tag(name = "Lines", description = "hotline numbers of the districts")
class LinesApi {

    static final String PATH = "/api/v1/lines";

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(Map.of(
            "line_number_key", () -> Problems.conflict("That number belongs to a line already."),
            "line_district_id_fkey", () -> Problems.invalid("districtId", "there is no such district")));

    private final Lines lines;

    LinesApi(Lines lines) {
        this.lines = lines;
    }

    @PostMapping
    @Operation(summary = "Add a line")
    Mono<ResponseEntity<Created>> add(@Valid @RequestBody NewLine body) {
        Line line = body.as(LineId.random());
        return lines.add(line)
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .thenReturn(Responses.created(PATH, line.id().value()));
    }

    @GetMapping
    @Operation(summary = "List lines, oldest first")
    Mono<ResponseEntity<List<LineView>>> list(
            @Valid @ParameterObject PageQuery query,
            @Parameter(description = "only those of this district") @RequestParam(required = false) @Nullable
                    UUID districtId) {
        DistrictId district = districtId == null ? null : new DistrictId(districtId);
        return Responses.listed(
                lines.page(district, query.limit(), query.offset()).map(LineView::of), lines.count(district));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a line")
    Mono<LineView> one(@PathVariable UUID id) {
        return lines.byId(new LineId(id)).map(LineView::of).switchIfEmpty(Mono.error(() -> Problems.notFound("line")));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace a line")
    Mono<LineView> replace(@PathVariable UUID id, @Valid @RequestBody NewLine body) {
        return lines.replace(body.as(new LineId(id)))
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .then(Mono.defer(() -> one(id)));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove a line", description = "Its calls stay in the session log.")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        return Responses.removed(lines.remove(new LineId(id)), "line");
    }

    @JsonIgnoreProperties("id")
    record NewLine(
            @NotNull DistrictId districtId,

            @Schema(description = "in any usual form; returned as E.164", example = "+493023125000") @NotNull
            PhoneNumber number,

            @Schema(description = "languages of the spoken menu, in its order; others are chosen by their code")
            @NotNull
            @Size(max = 100)
            List<@NotNull @KnownLanguage Language> languages,

            @Schema(description = "wall time of the district; null = always open") @Nullable
            OpeningHours openingHours,

            @Schema(description = "who takes over if nobody of the pool can come") @Nullable @Dialable
            PhoneNumber coordinatorNumber,

            @Schema(description = "a professional provider to fall back to") @Nullable @Dialable
            PhoneNumber professionalProviderNumber,

            @Schema(description = "what callers hear in German while it is closed; null = the standard prompt")
            @Nullable
            @Size(max = 500)
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String closedText,

            @Schema(description = "what callers may choose while it is closed; default emergency and coordinator")
            @Nullable
            List<@NotNull ClosedChoice> closedChoices) {

        private Line as(LineId id) {
            return new Line(
                    id,
                    districtId,
                    number,
                    languages.stream().distinct().toList(),
                    openingHours,
                    coordinatorNumber,
                    professionalProviderNumber,
                    closedText,
                    closedChoices == null ? Line.DEFAULT_CLOSED_CHOICES : new HashSet<>(closedChoices));
        }
    }

    @Schema(name = "Line")
    record LineView(
            LineId id,
            DistrictId districtId,
            @Schema(description = "E.164") PhoneNumber number,
            List<Language> languages,

            @Schema(description = "wall time of the district; null = always open") @Nullable
            OpeningHours openingHours,

            @Nullable PhoneNumber coordinatorNumber,
            @Nullable PhoneNumber professionalProviderNumber,
            @Nullable String closedText,
            List<ClosedChoice> closedChoices) {

        private static LineView of(Line line) {
            return new LineView(
                    line.id(),
                    line.districtId(),
                    line.number(),
                    line.languages(),
                    line.openingHours(),
                    line.coordinatorNumber(),
                    line.professionalProviderNumber(),
                    line.closedText(),
                    List.copyOf(line.closedChoices()));
        }
    }
}
