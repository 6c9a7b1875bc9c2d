package de.dolmetscherhotline.privacy;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Something that is kept for a time only. Whoever keeps it says what is old enough to be erased; asked again and again. */
public interface Retention {

    Mono<Void> eraseOld(Instant now);
}
