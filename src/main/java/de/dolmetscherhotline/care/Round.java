package de.dolmetscherhotline.care;

import de.dolmetscherhotline.line.District;
import java.time.ZonedDateTime;
import reactor.core.publisher.Mono;

/**
 * Something that is looked after in every district every quarter of an hour. May be broken off anywhere and begun anew, also
 * by another process: what was done is known from {@link Reminders}.
 */
interface Round {

    /** Of its piece of work. */
    String kind();

    /** Forgets what is no longer needed, before the districts are visited. */
    default Mono<Void> tidyUp() {
        return Mono.empty();
    }

    /**
     * Looks after one district.
     *
     * @param there wall time of the district
     */
    Mono<Void> visit(District district, ZonedDateTime there);
}
