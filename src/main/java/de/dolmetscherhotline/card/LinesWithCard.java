package de.dolmetscherhotline.card;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The line that is named, else the oldest of the district that is named, else the only one there is. */
@Component
class LinesWithCard {

    private final Lines lines;

    LinesWithCard(Lines lines) {
        this.lines = lines;
    }

    Mono<Line> find(Wanted wanted) {
        if (wanted.line() != null) {
            return Mono.justOrEmpty(Wanted.uuid(wanted.line())).flatMap(id -> lines.byId(new LineId(id)));
        }
        if (wanted.district() != null) {
            return Mono.justOrEmpty(Wanted.uuid(wanted.district()))
                    .flatMap(id -> lines.page(new DistrictId(id), 1, 0).next());
        }
        return lines.page(null, 2, 0)
                .collectList()
                .filter(found -> found.size() == 1)
                .map(found -> found.getFirst());
    }
}
