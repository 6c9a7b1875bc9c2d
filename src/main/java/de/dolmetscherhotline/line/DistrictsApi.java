package de.dolmetscherhotline.line;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.platform.Responses.Created;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
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
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(DistrictsApi.PATH)
@Tag(name = "Districts", description = "districts (Landkreise); each has lines, organisations and a pool of its own")
class DistrictsApi {

    static final String PATH = "/api/v1/districts";

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(
            Map.of("district_name_key", () -> Problems.conflict("There is a district of that name already.")));

    private final Districts districts;

    DistrictsApi(Districts districts) {
        this.districts = districts;
    }

    @PostMapping
    @Operation(summary = "Add a district")
    Mono<ResponseEntity<Created>> add(@Valid @RequestBody NewDistrict body) {
        District district = body.as(DistrictId.random());
        return districts
                .add(district)
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .thenReturn(Responses.created(PATH, district.id().value()));
    }

    @GetMapping
    @Operation(summary = "List districts, oldest first")
    Mono<ResponseEntity<List<DistrictView>>> list(@Valid @ParameterObject PageQuery query) {
        return Responses.listed(districts.page(query.limit(), query.offset()).map(DistrictView::of), districts.count());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a district")
    Mono<DistrictView> one(@PathVariable UUID id) {
        return districts
                .byId(new DistrictId(id))
                .map(DistrictView::of)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("district")));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace a district")
    Mono<DistrictView> replace(@PathVariable UUID id, @Valid @RequestBody NewDistrict body) {
        return districts
                .replace(body.as(new DistrictId(id)))
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .then(Mono.defer(() -> one(id)));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove a district to which nothing belongs any more")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        return Responses.removed(districts.remove(new DistrictId(id)), "district");
    }

    @JsonIgnoreProperties("id")
    record NewDistrict(
            @Schema(example = "Landkreis Helmstedt") @NotBlank @Size(max = 200)
            String name,

            @Schema(description = "IANA time zone", example = "Europe/Berlin") @NotNull
            ZoneId timeZone,

            @Schema(description = "ISO 3166-2 code of the state whose public holidays count; default DE-NI")
            @Nullable
            @Pattern(
                    regexp = "DE-(BW|BY|BE|BB|HB|HH|HE|MV|NI|NW|RP|SL|SN|ST|SH|TH)",
                    message = "must be a German state such as DE-NI")
            String region) {

        private District as(DistrictId id) {
            return new District(id, name, timeZone, region == null ? District.DEFAULT_REGION : region);
        }
    }

    @Schema(name = "District")
    record DistrictView(
            DistrictId id,
            String name,

            @Schema(description = "IANA time zone", example = "Europe/Berlin")
            ZoneId timeZone,

            @Schema(description = "ISO 3166-2 code of the state whose public holidays count", example = "DE-NI")
            String region) {

        private static DistrictView of(District district) {
            return new DistrictView(district.id(), district.name(), district.timeZone(), district.region());
        }
    }
}
