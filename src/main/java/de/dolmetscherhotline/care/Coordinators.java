package de.dolmetscherhotline.care;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Who the coordinators of a district are. */
@Component
class Coordinators {

    private static final int MOST = 100;

    private final Lines lines;

    Coordinators(Lines lines) {
        this.lines = lines;
    }

    /** One line for each coordinator of the district, the oldest of hers. */
    Flux<Line> of(DistrictId district) {
        return lines.page(district, MOST, 0)
                .filter(line -> line.coordinatorNumber() != null)
                .distinct(Line::coordinatorNumber);
    }
}
