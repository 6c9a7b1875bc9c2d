package de.dolmetscherhotline.care;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.SqlValues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/coverage/gaps")
@Tag(name = "Coverage")
class GapsApi {

    private final Lines lines;
    private final Gaps gaps;

    GapsApi(Lines lines, Gaps gaps) {
        this.lines = lines;
        this.gaps = gaps;
    }

    @GetMapping
    @Operation(
            summary = "See when the weekly plans leave a language of a line's menu uncovered",
            description = "Hours of an ordinary week in which the line is open and nobody has planned to be there.")
    Mono<List<GapView>> gaps(@RequestParam UUID lineId) {
        return lines.byId(new LineId(lineId))
                .switchIfEmpty(Mono.error(() -> Problems.invalid("lineId", "there is no such line")))
                .flatMap(gaps::of)
                .map(found -> found.stream().map(GapView::of).toList());
    }

    @Schema(name = "Gap")
    record GapView(
            Language language,
            @Schema(example = "monday") String day,

            @Schema(description = "hour of the day, 0 to 23")
            int from,

            @Schema(description = "hour at which it ends, 1 to 24")
            int to) {

        private static GapView of(Gap gap) {
            return new GapView(gap.language(), SqlValues.word(gap.day()), gap.from(), gap.to());
        }
    }
}
