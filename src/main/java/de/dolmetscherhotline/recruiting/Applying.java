package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.recruiting.Applications.Pending;
import de.dolmetscherhotline.recruiting.Applications.Sent;
import de.dolmetscherhotline.text.Texts;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * From the form to the pool. What was filled in waits until its number is confirmed with a code that is texted to it. Whether
 * a number is in the pool already is told by text only, to whoever has the telephone.
 */
@Component
class Applying {

    /** Pressing the button twice sends one code. */
    private static final Duration SAME_PRESS = Duration.ofMinutes(1);

    private final Applications applications;
    private final SendingLimits limits;
    private final Interpreters interpreters;
    private final Districts districts;
    private final Texts texts;
    private final WorkQueue work;
    private final RecruitingSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Applying(
            Applications applications,
            SendingLimits limits,
            Interpreters interpreters,
            Districts districts,
            Texts texts,
            WorkQueue work,
            RecruitingSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.applications = applications;
        this.limits = limits;
        this.interpreters = interpreters;
        this.districts = districts;
        this.texts = texts;
        this.work = work;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of a form that was sent, or of the wish for a new code. */
    sealed interface Submitted {

        /** The next step is the code. */
        record Waiting(UUID application) implements Submitted {}

        /** It was confirmed before. */
        record Confirmed() implements Submitted {}

        /** Too many texts were sent already; nothing was kept. */
        record TooMany() implements Submitted {}

        /** There is no such application any more. */
        record Gone() implements Submitted {}
    }

    /** What became of a code that was entered. */
    enum Confirmation {
        CONFIRMED,
        WRONG,
        /** The code no longer counts, because it is too old or was guessed at too often. */
        SPENT,
        /** Somebody with this number has come into the pool meanwhile. */
        KNOWN,
        GONE
    }

    /** Keeps what was filled in, and texts a code to its number. */
    Mono<Submitted> submit(Sent sent, String network) {
        return limits.allow(sent.number(), network)
                .flatMap(allowed -> allowed ? keep(sent) : Mono.just(new Submitted.TooMany()))
                .doOnNext(submitted -> work.nudge());
    }

    private Mono<Submitted> keep(Sent sent) {
        var id = UUID.randomUUID();
        return applications
                .add(id, sent, clock.instant())
                .flatMap(added -> applications.lockByForm(sent.key()))
                .flatMap(pending ->
                        pending.interpreter() == null ? keep(pending, sent) : Mono.just(new Submitted.Confirmed()))
                .as(transaction::transactional);
    }

    private Mono<Submitted> keep(Pending pending, Sent sent) {
        return applications
                .replace(pending.id(), sent, clock.instant())
                .then(isSamePress(pending, sent) ? Mono.empty() : sendCode(pending.id(), sent))
                .thenReturn(new Submitted.Waiting(pending.id()));
    }

    private boolean isSamePress(Pending pending, Sent sent) {
        var sentAt = pending.codeSentAt();
        return sentAt != null
                && clock.instant().isBefore(sentAt.plus(SAME_PRESS))
                && sent.number().equals(pending.number());
    }

    private Mono<Void> sendCode(UUID id, Sent sent) {
        return sendCode(id, sent.district(), sent.number(), sent.language());
    }

    private Mono<Void> sendCode(UUID id, DistrictId district, PhoneNumber number, Language language) {
        return interpreters
                .byPhoneNumbers(district, List.of(number))
                .hasElements()
                .flatMap(known -> known
                        ? sayThatSheIsKnown(id, district, number, language)
                        : sendNewCode(id, district, number, language));
    }

    private Mono<Void> sendNewCode(UUID id, DistrictId district, PhoneNumber number, Language language) {
        var code = Secrets.code();
        return applications
                .setCode(id, Secrets.ofCode(id, code), clock.instant())
                .then(texts.toStranger(district, number, language, "application.code", code));
    }

    private Mono<Void> sayThatSheIsKnown(UUID id, DistrictId district, PhoneNumber number, Language language) {
        return applications
                .setCode(id, null, clock.instant())
                .then(texts.toStranger(district, number, language, "application.known"));
    }

    /** Texts a new code, if the last one is not under way still. */
    Mono<Submitted> sendAgain(UUID application, String network) {
        return applications
                .lock(application)
                .as(transaction::transactional)
                .flatMap(pending -> sendAgain(pending, network))
                .defaultIfEmpty(new Submitted.Gone())
                .doOnNext(submitted -> work.nudge());
    }

    private Mono<Submitted> sendAgain(Pending pending, String network) {
        var number = pending.number();
        if (number == null) {
            return Mono.just(new Submitted.Confirmed());
        }
        return limits.allow(number, network)
                .flatMap(allowed -> allowed
                        ? sendCode(pending.id(), pending.district(), number, pending.language())
                                .thenReturn((Submitted) new Submitted.Waiting(pending.id()))
                                .as(transaction::transactional)
                        : Mono.just(new Submitted.TooMany()));
    }

    /** Checks the code; if it fits, she is in the pool as somebody who has applied. */
    Mono<Confirmation> confirm(UUID application, String code) {
        return applications
                .lock(application)
                .flatMap(pending -> confirm(pending, code))
                .defaultIfEmpty(Confirmation.GONE)
                .as(transaction::transactional)
                .onErrorReturn(DataIntegrityViolationException.class, Confirmation.KNOWN);
    }

    private Mono<Confirmation> confirm(Pending pending, String code) {
        if (pending.interpreter() != null) {
            return Mono.just(Confirmation.CONFIRMED);
        }
        var sentAt = pending.codeSentAt();
        if (sentAt == null
                || !clock.instant().isBefore(sentAt.plus(settings.codeHolds()))
                || pending.codeTries() >= settings.codeTries()) {
            return Mono.just(Confirmation.SPENT);
        }
        var expected = pending.codeHash();
        return expected != null && Secrets.areEqual(expected, Secrets.ofCode(pending.id(), code))
                ? enter(pending).thenReturn(Confirmation.CONFIRMED)
                : applications.countTry(pending.id()).thenReturn(Confirmation.WRONG);
    }

    private Mono<Void> enter(Pending pending) {
        return enter(
                pending.id(),
                pending.district(),
                Objects.requireNonNull(pending.number()),
                Objects.requireNonNull(pending.details()));
    }

    private Mono<Void> enter(UUID application, DistrictId district, PhoneNumber number, Details details) {
        var interpreter = InterpreterId.random();
        return districts
                .byId(district)
                .map(this::today)
                .flatMap(today -> interpreters.add(interpreter, details.profile(district, number), today))
                .then(applications.confirm(application, interpreter, clock.instant()));
    }

    /**
     * Takes somebody into the pool whose number is confirmed already; in the current transaction.
     *
     * @return empty; fails with a DataIntegrityViolationException if her number is in the pool
     */
    Mono<Void> enterConfirmed(Sent sent) {
        var id = UUID.randomUUID();
        return applications
                .add(id, sent, clock.instant())
                .filter(Boolean::booleanValue)
                .flatMap(added -> enter(id, sent.district(), sent.number(), sent.details()));
    }

    private LocalDate today(District district) {
        return LocalDate.now(clock.withZone(district.timeZone()));
    }
}
