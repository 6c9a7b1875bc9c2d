package de.dolmetscherhotline.mail;

import de.dolmetscherhotline.mail.LetterBox.Waiting;
import de.dolmetscherhotline.mail.Postman.Delivery;
import de.dolmetscherhotline.privacy.Unreadable;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Hands a letter to the mail server, again and again until it takes it or nobody needs it any more. If this process dies before
 * it could note that it was taken, it is sent twice, with the same Message-ID.
 */
@Component
class LetterWork implements WorkHandler {

    static final String KIND = "letter";

    private static final Logger log = LoggerFactory.getLogger(LetterWork.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final LetterBox box;
    private final Postman postman;
    private final MeterRegistry metrics;
    private final Clock clock;

    LetterWork(LetterBox box, Postman postman, MeterRegistry metrics, Clock clock) {
        this.box = box;
        this.postman = postman;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The work of sending this letter, as JSON. */
    static String payload(UUID id) {
        return "\"" + id + "\"";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return box.find(UUID.fromString(item.payload().replace("\"", "")))
                .flatMap(this::attempt)
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> attempt(Waiting letter) {
        return clock.instant().isBefore(letter.worthUntil()) ? send(letter) : end(letter, "too_late");
    }

    private Mono<WorkResult> send(Waiting letter) {
        return Mono.fromSupplier(() -> box.opened(letter))
                .flatMap(content -> postman.send(letter.id(), content))
                .flatMap(delivery -> after(delivery, letter))
                .onErrorResume(Unreadable.class, lost -> end(letter, "unreadable"));
    }

    private Mono<WorkResult> after(Delivery delivery, Waiting letter) {
        return switch (delivery) {
            case Delivery.Taken taken -> end(letter, "sent");
            case Delivery.Refused refused -> end(letter, "refused");
            case Delivery.Failed failed -> later(letter, failed.reason());
        };
    }

    private Mono<WorkResult> later(Waiting letter, String reason) {
        log.warn("letter {} was not taken, will be tried again: {}", letter.id(), reason);
        count("failed");
        return Mono.just(new WorkResult.NotBefore(next(letter.orderedAt(), clock.instant())));
    }

    /** After as long again as it has been tried. */
    private static Instant next(Instant ordered, Instant now) {
        var passed = Duration.between(ordered, now);
        return now.plus(passed.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : shorter(passed, LONGEST_PAUSE));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Mono<WorkResult> end(Waiting letter, String result) {
        return box.remove(letter.id()).then(Mono.fromSupplier(() -> {
            log.info("letter {}: {}", letter.id(), result);
            count(result);
            return WorkResult.DONE;
        }));
    }

    private void count(String result) {
        Counter.builder("hotline.letters")
                .description("Mails by what became of them; one that failed is tried again, and counted again")
                .tag("result", result)
                .register(metrics)
                .increment();
    }
}
