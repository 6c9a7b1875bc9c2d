package de.dolmetscherhotline.text;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.text.TextLog.Recipient;
import de.dolmetscherhotline.text.TextLog.Recipient.ToCoordinator;
import de.dolmetscherhotline.text.TextLog.Recipient.ToInterpreter;
import de.dolmetscherhotline.text.TextLog.Recipient.ToStranger;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Where texts are ordered. They are part of the current transaction and sent once it is committed, by the worker
 * ({@link WorkQueue#nudge} wakes it). What came of a text is not told to whoever ordered it: it may be too many for the
 * recipient, unwanted, or never arrive.
 */
@Component
public class Texts {

    /** How long a text is worth sending that speaks of what is going on now. */
    private static final Duration WORTH_SENDING = Duration.ofMinutes(15);

    private static final int AFTER_CALLS = -10;

    private final TextLog log;
    private final Strangers strangers;
    private final WorkQueue work;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Texts(TextLog log, Strangers strangers, WorkQueue work, TransactionalOperator transaction, Clock clock) {
        this.log = log;
        this.strangers = strangers;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Texts an interpreter in her language, from the oldest line of her district.
     *
     * @param key names the words ({@link Wording})
     * @param arguments texts and numbers, or a {@link Language} whose name is meant
     */
    public Mono<Void> toInterpreter(InterpreterId who, String key, Object... arguments) {
        return order(new ToInterpreter(who.value()), null, WORTH_SENDING, key, arguments);
    }

    /**
     * The same for a text that does not speak of what is going on now.
     *
     * @param worth how long it is worth sending
     */
    public Mono<Void> toInterpreter(InterpreterId who, Duration worth, String key, Object... arguments) {
        return order(new ToInterpreter(who.value()), null, worth, key, arguments);
    }

    /**
     * Texts the coordinator of a line, from that line; nobody if it has none.
     *
     * @param key names the words ({@link Wording})
     * @param arguments texts and numbers, or a {@link Language} whose name is meant
     */
    public Mono<Void> toCoordinator(LineId line, String key, Object... arguments) {
        return order(new ToCoordinator(line.value()), Wording.GERMAN, WORTH_SENDING, key, arguments);
    }

    /**
     * The same for a text that does not speak of what is going on now.
     *
     * @param worth how long it is worth sending
     */
    public Mono<Void> toCoordinator(LineId line, Duration worth, String key, Object... arguments) {
        return order(new ToCoordinator(line.value()), Wording.GERMAN, worth, key, arguments);
    }

    /**
     * Texts somebody who is not in a pool, from the oldest line of the district. Number and arguments are forgotten as soon
     * as the text is sent.
     *
     * @param language of the words; German if there are none in it
     * @param key names the words ({@link Wording})
     * @param arguments texts and numbers, or a {@link Language} whose name is meant
     */
    public Mono<Void> toStranger(
            DistrictId district, PhoneNumber number, Language language, String key, Object... arguments) {
        return strangers
                .with(district, number)
                .flatMap(stranger -> order(new ToStranger(stranger), language, WORTH_SENDING, key, arguments))
                .as(transaction::transactional);
    }

    /** Deletes what is left of texts to strangers that were ordered before that. */
    public Mono<Void> forgetStrangers(Instant before) {
        return strangers.forget(before);
    }

    private Mono<Void> order(
            Recipient recipient, @Nullable Language language, Duration worth, String key, Object... arguments) {
        var id = TextId.random();
        var expires = clock.instant().plus(worth);
        return log.add(id, recipient, key, kept(arguments), language, expires)
                .then(work.enqueue(TextWork.KIND, TextWork.payload(id), AFTER_CALLS, Duration.ZERO))
                .as(transaction::transactional);
    }

    private static List<Object> kept(Object... arguments) {
        return Stream.of(arguments).map(Texts::kept).toList();
    }

    private static Object kept(Object argument) {
        if (argument instanceof Language || argument instanceof String || argument instanceof Number) {
            return argument;
        }
        throw new IllegalArgumentException("a text cannot say a " + argument.getClass());
    }
}
