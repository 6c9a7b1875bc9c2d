package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.sms.Reply.Say;
import de.dolmetscherhotline.sms.Reply.Silence;
import de.dolmetscherhotline.sms.TextCommand.NetworkWord;
import de.dolmetscherhotline.work.WorkQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Where texts come in. The sender is whoever in the pool of the line's district has the number; it may be forged, which is
 * why a text can do no more than switch that person on and off and answer for her. Nobody else is answered: two machines
 * that answer each other never stop.
 */
@Component
public class Inbox {

    private static final int REPLIES_AN_HOUR = 6;

    private final Lines lines;
    private final Interpreters interpreters;
    private final ReceivedTexts received;
    private final Answers answers;
    private final WorkQueue work;
    private final TransactionalOperator transaction;
    private final MeterRegistry metrics;

    Inbox(
            Lines lines,
            Interpreters interpreters,
            ReceivedTexts received,
            Answers answers,
            WorkQueue work,
            TransactionalOperator transaction,
            MeterRegistry metrics) {
        this.lines = lines;
        this.interpreters = interpreters;
        this.received = received;
        this.answers = answers;
        this.work = work;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /** Acts on a text, once for all its deliveries, which all get the same reply. */
    public Mono<Reply> receive(IncomingText text) {
        return lineOf(text)
                .flatMap(line -> senderOf(text, line)
                        .flatMap(sender -> receive(text, line, sender))
                        .switchIfEmpty(Mono.defer(() -> fromCoordinator(text, line))))
                .as(transaction::transactional)
                .doOnNext(reply -> work.nudge())
                .switchIfEmpty(Mono.fromSupplier(this::ignored));
    }

    private Mono<Line> lineOf(IncomingText text) {
        return Mono.justOrEmpty(PhoneNumber.parse(text.to())).flatMap(lines::byNumber);
    }

    private Mono<Interpreter> senderOf(IncomingText text, Line line) {
        return Mono.justOrEmpty(PhoneNumber.parse(text.from()))
                .flatMap(number -> interpreters
                        .byPhoneNumbers(line.districtId(), List.of(number))
                        .next());
    }

    /** A coordinator gets texts, and may want none; more we do not hear from there. */
    private Mono<Reply> fromCoordinator(IncomingText text, Line line) {
        return Mono.justOrEmpty(PhoneNumber.parse(text.from()))
                .filter(number -> number.equals(line.coordinatorNumber()))
                .flatMap(number -> heed(text, line, number));
    }

    private Mono<Reply> heed(IncomingText text, Line line, PhoneNumber coordinator) {
        return command(text.optOut(), text.body()) instanceof NetworkWord word
                ? answers.heed(word.meaning(), line.districtId(), coordinator).thenReturn(new Silence())
                : Mono.empty();
    }

    private Reply ignored() {
        count("ignored");
        return new Silence();
    }

    private Mono<Reply> receive(IncomingText text, Line line, Interpreter sender) {
        var command = command(text.optOut(), text.body());
        return received.isNew(text.sid(), sender.id(), line.id(), command)
                .flatMap(isNew -> isNew ? act(text, command, sender) : received.reply(text.sid()));
    }

    /** Only the network may use its words; a district can have taught it others. */
    private static TextCommand command(IncomingText.@Nullable OptOut optOut, String body) {
        return optOut == null ? Grammar.read(body) : new NetworkWord(optOut);
    }

    /** Who gets no more answers for now need not ask; what she says counts all the same. */
    private Mono<Reply> act(IncomingText text, TextCommand command, Interpreter sender) {
        return received.repliesLately(sender.id())
                .map(replies -> replies < REPLIES_AN_HOUR)
                .flatMap(mayReply -> mayReply
                        ? answers.carryOut(command, sender).flatMap(reply -> note(text, reply))
                        : silently(command, sender))
                .doOnNext(reply -> count(command.word()));
    }

    private Mono<Reply> silently(TextCommand command, Interpreter sender) {
        return command.onlyAsks()
                ? Mono.just(new Silence())
                : answers.carryOut(command, sender).thenReturn(new Silence());
    }

    private Mono<Reply> note(IncomingText text, Reply reply) {
        return switch (reply) {
            case Say say -> received.noteReply(text.sid(), say.kept()).thenReturn(reply);
            case Silence silence -> Mono.just(reply);
        };
    }

    private void count(String command) {
        Counter.builder("hotline.texts.received")
                .description("Texts that came in, by what they wanted; ignored: from nobody we know")
                .tag("command", command)
                .register(metrics)
                .increment();
    }
}
