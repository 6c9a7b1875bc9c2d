package de.dolmetscherhotline.text;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.text.TextLog.Outgoing;
import de.dolmetscherhotline.text.TextNetwork.Sent;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Sends a text after the commit. Sending is claimed first ({@link TextLog#beginSending}) and never repeated unless the
 * network says that it did not take it: better no text than two.
 */
@Component
class TextWork implements WorkHandler {

    static final String KIND = "text";

    private static final Logger log = LoggerFactory.getLogger(TextWork.class);

    private final TextNetwork network;
    private final TextLog texts;
    private final OptOuts optOuts;
    private final Strangers strangers;
    private final Wording wording;
    private final TextMetrics metrics;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TextWork(
            TextNetwork network,
            TextLog texts,
            OptOuts optOuts,
            Strangers strangers,
            Wording wording,
            TextMetrics metrics,
            TransactionalOperator transaction,
            Clock clock) {
        this.network = network;
        this.texts = texts;
        this.optOuts = optOuts;
        this.strangers = strangers;
        this.wording = wording;
        this.metrics = metrics;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What to do about a text that is due. */
    private sealed interface Verdict {

        record Send(PhoneNumber from, PhoneNumber to) implements Verdict {}

        record Wait(Instant until) implements Verdict {}

        record Withhold(String reason) implements Verdict {}

        /** Another attempt was faster. */
        record Leave() implements Verdict {}
    }

    /** The work of sending this text, as JSON. */
    static String payload(TextId id) {
        return "\"" + id + "\"";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var id = new TextId(UUID.fromString(item.payload().replace("\"", "")));
        return texts.find(id).flatMap(this::attempt).defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> attempt(Outgoing text) {
        return switch (text.state()) {
            case DUE -> transaction.transactional(decide(text)).flatMap(verdict -> carryOut(text, verdict));
            case SENDING -> doubt(text, "the attempt to send it was broken off");
            case WITHHELD, REFUSED, UNCLEAR, ACCEPTED, SENT, DELIVERED, UNDELIVERED, FAILED ->
                Mono.just(WorkResult.DONE);
        };
    }

    private Mono<Verdict> decide(Outgoing text) {
        var from = text.from();
        var to = text.to();
        if (from == null || to == null) {
            return Mono.just(new Verdict.Withhold("no_number"));
        }
        return optOuts.contains(text.district(), to)
                .flatMap(unwanted -> unwanted
                        ? Mono.just(new Verdict.Withhold("unwanted"))
                        : inTurn(text, new Verdict.Send(from, to)));
    }

    private Mono<Verdict> inTurn(Outgoing text, Verdict.Send send) {
        return texts.lock(text.recipient())
                .then(texts.sentLately(text.recipient()))
                .map(sent -> text.recipient().limits().earliest(sent, clock.instant()))
                .flatMap(earliest -> decide(text, earliest, send));
    }

    private Mono<Verdict> decide(Outgoing text, Instant earliest, Verdict.Send send) {
        if (!clock.instant().isBefore(text.expiresAt())) {
            return Mono.just(new Verdict.Withhold("too_late"));
        }
        if (earliest.isAfter(text.expiresAt())) {
            return Mono.just(new Verdict.Withhold("too_many"));
        }
        if (earliest.isAfter(clock.instant())) {
            return Mono.just(new Verdict.Wait(earliest));
        }
        return texts.beginSending(text.id()).map(ours -> ours ? send : new Verdict.Leave());
    }

    private Mono<WorkResult> carryOut(Outgoing text, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Send send -> send(text, send);
            case Verdict.Wait wait -> Mono.just(new WorkResult.NotBefore(wait.until()));
            case Verdict.Withhold withhold -> end(text, TextState.WITHHELD, 0, withhold.reason());
            case Verdict.Leave leave -> Mono.just(WorkResult.DONE);
        };
    }

    private Mono<WorkResult> send(Outgoing text, Verdict.Send send) {
        var body = wording.text(text.language(), text.key(), text.arguments().toArray());
        return network.send(text.id(), send.from(), send.to(), body).flatMap(sent -> sent(text, send.to(), sent));
    }

    private Mono<WorkResult> sent(Outgoing text, PhoneNumber to, Sent sent) {
        return switch (sent) {
            case Sent.Accepted accepted ->
                texts.noteSid(text.id(), accepted.sid()).then(end(text, TextState.ACCEPTED, 0, "accepted"));
            case Sent.OptedOut optedOut ->
                optOuts.add(text.district(), to).then(end(text, TextState.REFUSED, 0, "opted_out"));
            case Sent.NumberRefused refused -> {
                log.warn("text {}: its number takes no texts: code {}", text.id(), refused.code());
                yield end(text, TextState.REFUSED, refused.code(), "number_refused");
            }
            case Sent.Refused refused -> {
                log.error("the telephone network refuses to send texts: code {}", refused.code());
                yield end(text, TextState.REFUSED, refused.code(), "refused");
            }
            case Sent.TooMany tooMany ->
                texts.sendAgain(text.id())
                        .thenReturn(new WorkResult.NotBefore(clock.instant().plus(tooMany.pause())));
            case Sent.Unclear unclear -> doubt(text, unclear.reason());
        };
    }

    private Mono<WorkResult> doubt(Outgoing text, String reason) {
        log.warn("text {}: not known whether the network sends it: {}", text.id(), reason);
        return end(text, TextState.UNCLEAR, 0, "unclear");
    }

    private Mono<WorkResult> end(Outgoing text, TextState state, int errorCode, String result) {
        return texts.advance(text.id(), state, errorCode)
                .doOnNext(news -> metrics.count(result))
                .then(strangers.forgetNumber(text.id()))
                .thenReturn(WorkResult.DONE);
    }
}
