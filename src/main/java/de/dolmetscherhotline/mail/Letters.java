package de.dolmetscherhotline.mail;

import de.dolmetscherhotline.work.WorkQueue;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where mail is ordered. It is part of the current transaction and sent once that is committed, by the worker ({@link
 * WorkQueue#nudge} wakes it). What came of it is not told to whoever ordered it: it may never arrive.
 */
@Component
public class Letters {

    /** Whoever calls, and whoever is texted, comes first. */
    private static final int AFTER_CALLS = -20;

    private final MailSettings settings;
    private final LetterBox box;
    private final WorkQueue work;

    Letters(MailSettings settings, LetterBox box, WorkQueue work) {
        this.settings = settings;
        this.box = box;
        this.work = work;
    }

    /** Whether this installation sends mail; if not, nothing may be ordered. */
    public boolean areSent() {
        return settings.areThere();
    }

    /**
     * Orders a letter, in the current transaction.
     *
     * @param worth how long it is worth sending, if it cannot be sent at once
     */
    public Mono<Void> order(Letter letter, Duration worth) {
        return order(UUID.randomUUID(), letter, worth);
    }

    /** The same with an id by which it can be {@linkplain #takeBack taken back}. */
    public Mono<Void> order(UUID id, Letter letter, Duration worth) {
        return areSent()
                ? box.add(id, letter, worth)
                        .then(work.enqueue(LetterWork.KIND, LetterWork.payload(id), AFTER_CALLS, Duration.ZERO))
                : Mono.error(() -> new IllegalStateException("this installation sends no mail"));
    }

    /** It is not sent any more if it still waits, in the current transaction. */
    public Mono<Void> takeBack(UUID id) {
        return box.remove(id);
    }
}
