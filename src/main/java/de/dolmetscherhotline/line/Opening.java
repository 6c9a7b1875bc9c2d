package de.dolmetscherhotline.line;

import de.dolmetscherhotline.kernel.DistrictId;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is open at this moment, by the wall time and the public holidays of the district that it belongs to. */
@Component
public class Opening {

    private final Function<DistrictId, Mono<District>> districts;
    private final PublicHolidays holidays;
    private final Clock clock;

    @Autowired
    Opening(Districts districts, PublicHolidays holidays, Clock clock) {
        this(districts::byId, holidays, clock);
    }

    Opening(Function<DistrictId, Mono<District>> districts, PublicHolidays holidays, Clock clock) {
        this.districts = districts;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** Whether callers of this line are served now. */
    public Mono<Boolean> isOpen(Line line) {
        return line.openingHours() == null
                ? Mono.just(true)
                : districts.apply(line.districtId()).map(district -> isWithin(line.openingHours(), district));
    }

    /**
     * Whether these hours include the present moment in that district.
     *
     * @param hours null = always
     */
    public boolean isWithin(@Nullable OpeningHours hours, District district) {
        if (hours == null) {
            return true;
        }
        var there = clock.instant().atZone(district.timeZone());
        var today = there.toLocalDate();
        var spans =
                holidays.include(today, district.region()) ? hours.publicHolidays() : hours.on(today.getDayOfWeek());
        return spans.stream().anyMatch(span -> span.includes(there.toLocalTime()));
    }
}
