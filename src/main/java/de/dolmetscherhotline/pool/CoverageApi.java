package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.SqlValues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/coverage")
@Tag(name = "Coverage", description = "how well the pool of a district covers each language")
class CoverageApi {

    private final Coverage coverage;
    private final Districts districts;
    private final Clock clock;

    CoverageApi(Coverage coverage, Districts districts, Clock clock) {
        this.coverage = coverage;
        this.districts = districts;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "See which languages are covered now, and at which hours of the week",
            description =
                    "Every language that somebody routable speaks or that a line of the district offers. Also for keys of"
                            + " organisations with the scope coverage:read, about their own district.")
    Mono<CoverageView> coverage(
            @RequestParam UUID districtId,
            @Parameter(description = "the instant to look at; default: now") @RequestParam(required = false) @Nullable
                    Instant at) {
        var instant = Objects.requireNonNullElseGet(at, clock::instant);
        return districts
                .byId(new DistrictId(districtId))
                .switchIfEmpty(Mono.error(() -> Problems.invalid("districtId", "there is no such district")))
                .flatMapMany(district -> coverage.of(district.id(), instant))
                .map(LanguageView::of)
                .collectList()
                .map(languages -> new CoverageView(instant, languages));
    }

    @Schema(name = "Coverage")
    record CoverageView(
            Instant at, @Schema(description = "by tag") List<LanguageView> languages) {}

    @Schema(name = "LanguageCoverage")
    record LanguageView(
            @Schema(description = "BCP 47 tag") Language tag,

            @Schema(description = "members who may be asked at all: active, adult, bound to secrecy, fluent enough")
            int routable,

            @Schema(description = "of these, who could be rung at that instant: on duty and not in quiet hours")
            int onDuty,

            @Schema(description = "for each weekday, of each hour from 0 to 23: how many have planned the whole of it")
            Map<String, List<Integer>> planned) {

        private static LanguageView of(Coverage.OfLanguage language) {
            var planned = new LinkedHashMap<String, List<Integer>>();
            language.planned().forEach((day, hours) -> planned.put(SqlValues.word(day), hours));
            return new LanguageView(language.language(), language.routable(), language.onDuty(), planned);
        }
    }
}
